//! MASKED WITH, and CHECK of 6.0.

use cqlite_cql::ast::{ColumnMask, Constraint, Expr, ExprKind, LiteralKind};
use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::schema::context::Context;
use crate::schema::metadata::Keyspace;
use crate::schema::options::Source;
use crate::schema::refuse::invalid;
use crate::schema::text::{expression, function, relation_text};
use crate::Result;

/// Cassandra's own masking functions, and how many arguments they take at least and at most beside the column.
const NATIVE: [(&str, usize, usize); 6] = [
    ("mask_default", 0, 0),
    ("mask_null", 0, 0),
    ("mask_replace", 1, 1),
    ("mask_inner", 2, 3),
    ("mask_outer", 2, 3),
    ("mask_hash", 0, 1),
];

/// A mask as DESCRIBE prints it (`ColumnMask.Raw.prepare`).
pub(super) fn prepare(
    keyspace: &Keyspace,
    column: &str,
    ty: &MarshalType,
    raw: &ColumnMask,
    context: Context<'_>,
) -> Result<String> {
    let arguments = raw.arguments.iter().map(expression).collect::<Vec<_>>().join(", ");
    let Some(name) = &raw.function else { return Ok("system.mask_default()".to_owned()) };
    let (own, text) = (&name.name.text, function(name));
    let is_system = name.keyspace.as_ref().is_none_or(|keyspace| keyspace.text == "system");
    let native = NATIVE.iter().find(|(native, ..)| is_system && native == own);
    if let Some((native, least, most)) = native {
        if context.source == Source::Statement {
            check(native, *least, *most, column, ty, &raw.arguments, &text)?;
        }
        return Ok(format!("system.{own}({arguments})"));
    }
    let of = name.keyspace.as_ref().map_or(keyspace.name.as_str(), |keyspace| keyspace.text.as_str());
    let found = keyspace.functions.iter().find(|f| f.name == *own && f.arguments.len() == raw.arguments.len() + 1);
    match found {
        _ if context.source == Source::File => {}
        Some(_) if of != keyspace.name => {
            return invalid(format!(
                "Masking function {text}({arguments}) doesn't belong to the same keyspace as the table {}.{column}",
                keyspace.name
            ));
        }
        Some(f) if f.is_aggregate => {
            return invalid(format!("Aggregate function {text}({arguments}) cannot be used for masking table columns"));
        }
        Some(f) if f.returns.cql_name() != ty.cql_name() => {
            return other_type(&text, &arguments, &f.returns, column, ty)
        }
        Some(_) => {}
        None => {
            return invalid(format!(
                "Unable to find masking function for {column}, no declared function matches the signature {text}({arguments})"
            ));
        }
    }
    Ok(format!("{of}.{own}({arguments})"))
}

fn other_type<T>(name: &str, arguments: &str, returns: &MarshalType, column: &str, ty: &MarshalType) -> Result<T> {
    let (returns, ty) = (returns.cql_name(), ty.cql_name());
    invalid(format!(
        "Masking function {name}({arguments}) return type is {returns}. This is different to the type of the masked column {column} of type {ty}. Masking functions can only be attached to table columns if they return the same data type as the masked column."
    ))
}

fn check(
    name: &str,
    least: usize,
    most: usize,
    column: &str,
    ty: &MarshalType,
    arguments: &[Expr],
    text: &str,
) -> Result<()> {
    let shown = arguments.iter().map(expression).collect::<Vec<_>>().join(", ");
    if !(least..=most).contains(&arguments.len()) {
        let of = arguments.len() + 1;
        return invalid(format!("Invalid number of arguments for function system.{name}({shown}): {of} provided"));
    }
    let is_text = matches!(ty, MarshalType::Native(NativeType::Utf8 | NativeType::Ascii));
    if ["mask_inner", "mask_outer"].contains(&name) {
        if !is_text {
            return invalid(format!(
                "Function system.{name} requires an argument of type [text|varchar|ascii], but found argument {ty} of type {}",
                ty.cql_name()
            ));
        }
        for argument in &arguments[..2] {
            if let ExprKind::Literal(literal) = &argument.kind {
                if literal.kind != LiteralKind::Integer {
                    let found = if literal.kind == LiteralKind::String { "ascii" } else { "text" };
                    return invalid(format!(
                        "Function system.{name} requires an argument of type int, but found argument {literal} of type {found}"
                    ));
                }
            }
        }
    }
    let blob = MarshalType::Native(NativeType::Bytes);
    if name == "mask_hash" && *ty != blob {
        return other_type(text, &shown, &blob, column, ty);
    }
    Ok(())
}

/// Constraints as CQL has them.
pub(super) fn constraints(constraints: &[Constraint]) -> Vec<String> {
    let text = |constraint: &Constraint| match constraint {
        Constraint::NotNull => "NOT NULL".to_owned(),
        Constraint::Scalar(name, operator, value) => relation_text(&name.text, *operator, value),
        Constraint::Function(name, arguments, compared) => {
            let name = name.text.to_ascii_uppercase();
            match compared {
                Some((operator, value)) => {
                    let arguments = arguments.iter().map(expression).collect::<Vec<_>>().join(", ");
                    format!("{name}({arguments}) {operator} {}", expression(value))
                }
                None => name,
            }
        }
    };
    constraints.iter().map(text).collect()
}
