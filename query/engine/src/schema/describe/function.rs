//! CREATE FUNCTION and CREATE AGGREGATE.

use cqlite_runtime::marshal::{maybe_quote, MarshalType};

use crate::schema::metadata::{AggregateParts, FunctionMetadata};

/// A function's definition.
pub(in crate::schema) struct FunctionText<'f> {
    pub(in crate::schema) keyspace: &'f str,
    pub(in crate::schema) name: &'f str,
    pub(in crate::schema) names: &'f [String],
    pub(in crate::schema) arguments: &'f [MarshalType],
    pub(in crate::schema) called_on_null: bool,
    pub(in crate::schema) returns: &'f MarshalType,
    pub(in crate::schema) language: &'f str,
    pub(in crate::schema) body: &'f str,
}

/// A type as functions have it: tuples are not said to be frozen (`AbstractFunction.toCqlString`).
fn type_text(ty: &MarshalType) -> String {
    let text = ty.cql_name();
    match ty {
        MarshalType::Tuple(_) => {
            text.strip_prefix("frozen<").and_then(|rest| rest.strip_suffix('>')).unwrap_or(&text).to_owned()
        }
        _ => text,
    }
}

fn types_text(types: &[MarshalType]) -> String {
    types.iter().map(type_text).collect::<Vec<_>>().join(", ")
}

/// A function's name with the types of its arguments.
pub(in crate::schema) fn signature(function: &FunctionMetadata) -> String {
    format!("{}({})", maybe_quote(&function.name), types_text(&function.arguments))
}

/// `UDFunction.toCqlString`
pub(in crate::schema) fn function(text: &FunctionText<'_>) -> String {
    let arguments =
        text.names.iter().zip(text.arguments).map(|(name, ty)| format!("{} {}", maybe_quote(name), type_text(ty)));
    format!(
        "CREATE FUNCTION {}.{}({})\n    {} ON NULL INPUT\n    RETURNS {}\n    LANGUAGE {}\n    AS $${}$$;",
        maybe_quote(text.keyspace),
        maybe_quote(text.name),
        arguments.collect::<Vec<_>>().join(", "),
        if text.called_on_null { "CALLED" } else { "RETURNS NULL" },
        type_text(text.returns),
        text.language,
        text.body
    )
}

/// `UDAggregate.toCqlString`
pub(in crate::schema) fn aggregate(
    keyspace: &str,
    name: &str,
    arguments: &[MarshalType],
    parts: &AggregateParts,
) -> String {
    let mut text = format!(
        "CREATE AGGREGATE {}.{}({})\n    SFUNC {}\n    STYPE {}",
        maybe_quote(keyspace),
        maybe_quote(name),
        types_text(arguments),
        maybe_quote(&parts.state_function),
        type_text(&parts.state)
    );
    if let Some(last) = &parts.final_function {
        text.push_str(&format!("\n    FINALFUNC {}", maybe_quote(last)));
    }
    if let Some(initial) = &parts.initial {
        text.push_str(&format!("\n    INITCOND {initial}"));
    }
    text.push(';');
    text
}
