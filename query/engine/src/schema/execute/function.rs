//! CREATE and DROP of functions and aggregates.

use std::collections::BTreeSet;

use cqlite_cql::ast::{CreateAggregate, CreateFunction, ExprKind, FunctionName, TypeName, TypeNameKind};
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::compatible;

use crate::schema::context::Context;
use crate::schema::cql_type::frozen_text;
use crate::schema::describe;
use crate::schema::metadata::{AggregateParts, Catalog, FunctionMetadata, Keyspace};
use crate::schema::options::Source;
use crate::schema::refuse::{configuration, invalid};
use crate::schema::text;
use crate::Result;

/// `FunctionName.DISALLOWED_CHARACTERS`
const DISALLOWED: [char; 3] = ['/', '[', ']'];

fn check_name(what: &str, name: &str) -> Result<()> {
    match name.contains(DISALLOWED) {
        true => invalid(format!("{what} name '{name}' is invalid")),
        false => Ok(()),
    }
}

fn not_frozen(what: &str, ty: &TypeName) -> Result<()> {
    match &ty.kind {
        TypeNameKind::Frozen(of) if !matches!(of.kind, TypeNameKind::Tuple(_) | TypeNameKind::Vector(..)) => {
            let text = frozen_text(ty, false);
            invalid(format!("{what} '{text}' cannot be frozen; remove frozen<> modifier from '{text}'"))
        }
        _ => Ok(()),
    }
}

/// The types of arguments, as functions are told apart by them (`udfType`): by their own, frozen or not.
fn types(names: &[&TypeName], keyspace: &Keyspace, context: Context<'_>) -> Result<Vec<MarshalType>> {
    names.iter().map(|ty| context.resolve(ty, &keyspace.name, &keyspace.types)).collect()
}

fn find<'k>(keyspace: &'k Keyspace, name: &str, types: &[MarshalType]) -> Option<&'k FunctionMetadata> {
    let same = |a: &MarshalType, b: &MarshalType| a.clone().freeze() == b.clone().freeze();
    let is = |f: &&FunctionMetadata| {
        f.name == name && f.arguments.len() == types.len() && f.arguments.iter().zip(types).all(|(a, b)| same(a, b))
    };
    keyspace.functions.iter().find(is)
}

fn put(keyspace: &mut Keyspace, new: FunctionMetadata) {
    let is_same = |f: &FunctionMetadata| f.name == new.name && f.arguments == new.arguments;
    keyspace.functions.retain(|f| !is_same(f));
    keyspace.functions.push(new);
    keyspace.functions.sort_by_cached_key(describe::signature);
}

pub(super) fn create(catalog: &mut Catalog, create: &CreateFunction, context: Context<'_>) -> Result<()> {
    let all = create.arguments.iter().map(|(_, ty)| ty).chain([&create.returns]);
    all.into_iter().try_for_each(|ty| context.check_type(ty))?;
    let keyspace_name = context.keyspace(create.name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let name = &create.name.name.text;
    if create.if_not_exists && create.or_replace {
        return invalid("Cannot use both 'OR REPLACE' and 'IF NOT EXISTS' directives");
    }
    if context.source == Source::Statement && !create.language.eq_ignore_ascii_case("java") {
        return invalid("Currently only Java UDFs are available in Cassandra. For more information - CASSANDRA-18252 and CASSANDRA-17281");
    }
    check_name("Function", name)?;
    let names: Vec<&str> = create.arguments.iter().map(|(name, _)| name.text.as_str()).collect();
    if names.iter().collect::<BTreeSet<_>>().len() != names.len() {
        let names = names.join(", ");
        return invalid(format!("Duplicate argument names for given function {name} with argument names [{names}]"));
    }
    create.arguments.iter().try_for_each(|(_, ty)| not_frozen("Argument", ty))?;
    not_frozen("Return type", &create.returns)?;
    let keyspace = catalog.keyspace_mut(keyspace_name)?;
    let arguments = types(&create.arguments.iter().map(|(_, ty)| ty).collect::<Vec<_>>(), keyspace, context)?;
    let returns = context.resolve(&create.returns, keyspace_name, &keyspace.types)?;
    if let Some(existing) = find(keyspace, name, &arguments) {
        if existing.is_aggregate {
            return invalid(format!("Function '{name}' cannot replace an aggregate"));
        }
        if create.if_not_exists {
            return Ok(());
        }
        if !create.or_replace {
            return invalid(format!("Function '{name}' already exists"));
        }
        if create.called_on_null != existing.called_on_null {
            let directive = if create.called_on_null { "CALLED ON NULL INPUT" } else { "RETURNS NULL ON NULL INPUT" };
            return invalid(format!("Function '{name}' must have {directive} directive"));
        }
        if !compatible::order(&returns, &existing.returns) {
            let (new, old) = (returns.cql_name(), existing.returns.cql_name());
            return invalid(format!(
                "Cannot replace function '{name}', the new return type {new} is not compatible with the return type {old} of existing function"
            ));
        }
    }
    let names = names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let described = describe::function(&describe::FunctionText {
        keyspace: keyspace_name,
        name,
        names: &names,
        arguments: &arguments,
        called_on_null: create.called_on_null,
        returns: &returns,
        language: &create.language.to_lowercase(),
        body: &create.body,
    });
    let new = FunctionMetadata {
        name: name.clone(),
        arguments,
        returns,
        is_aggregate: false,
        called_on_null: create.called_on_null,
        parts: None,
        described,
    };
    put(keyspace, new);
    Ok(())
}

pub(super) fn create_aggregate(catalog: &mut Catalog, create: &CreateAggregate, context: Context<'_>) -> Result<()> {
    let all = create.arguments.iter().chain([&create.state_type]);
    all.into_iter().try_for_each(|ty| context.check_type(ty))?;
    let keyspace_name = context.keyspace(create.name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let name = &create.name.name.text;
    if !catalog.keyspaces.contains_key(keyspace_name) {
        // It is looked up before the statement is executed.
        return configuration(format!("Keyspace {keyspace_name} doesn't exist"));
    }
    if create.if_not_exists && create.or_replace {
        return invalid("Cannot use both 'OR REPLACE' and 'IF NOT EXISTS' directives");
    }
    check_name("Aggregate", name)?;
    create.arguments.iter().try_for_each(|ty| not_frozen("Argument", ty))?;
    not_frozen("State type", &create.state_type)?;
    let keyspace = catalog.keyspace_mut(keyspace_name)?;
    let arguments = types(&create.arguments.iter().collect::<Vec<_>>(), keyspace, context)?;
    let state = context.resolve(&create.state_type, keyspace_name, &keyspace.types)?;
    let state_text = frozen_text(&create.state_type, false);
    let texts: Vec<String> =
        [&create.state_type].into_iter().chain(&create.arguments).map(|ty| frozen_text(ty, false)).collect();
    let state_name = format!("{keyspace_name}.{}({})", create.state_function.text, texts.join(", "));
    let of_state: Vec<MarshalType> = [state.clone()].into_iter().chain(arguments.iter().cloned()).collect();
    let Some(step) = find(keyspace, &create.state_function.text, &of_state) else {
        return invalid(format!("State function {state_name} doesn't exist"));
    };
    if step.is_aggregate {
        return invalid(format!("State function {state_name} isn't a scalar function"));
    }
    if step.returns != state {
        return invalid(format!(
            "State function {state_name} return type must be the same as the first argument type - check STYPE, argument and return types"
        ));
    }
    let mut returns = step.returns.clone();
    if let Some(last) = &create.final_function {
        let whole = format!("{keyspace_name}.{}({state_text})", last.text);
        match find(keyspace, &last.text, std::slice::from_ref(&state)) {
            None => return invalid(format!("Final function {whole} doesn't exist")),
            Some(f) if f.is_aggregate => return invalid(format!("Final function {whole} isn't a scalar function")),
            Some(f) => returns = f.returns.clone(),
        }
    }
    let initial = create.initial.as_ref().filter(|initial| initial.kind != ExprKind::Null).map(text::expression);
    if !step.called_on_null && initial.is_none() {
        return invalid(format!(
            "Cannot create aggregate '{name}' without INITCOND because state function {keyspace_name}.{} does not accept 'null' arguments",
            create.state_function.text
        ));
    }
    if let Some(existing) = find(keyspace, name, &arguments) {
        if !existing.is_aggregate {
            return invalid(format!("Aggregate '{name}' cannot replace a function"));
        }
        if create.if_not_exists {
            return Ok(());
        }
        if !create.or_replace {
            return invalid(format!("Aggregate '{name}' already exists"));
        }
        if !compatible::order(&returns, &existing.returns) {
            let (new, old) = (returns.cql_name(), existing.returns.cql_name());
            return invalid(format!(
                "Cannot replace aggregate '{name}', the new return type {new} isn't compatible with the return type {old} of existing function"
            ));
        }
    }
    let parts = AggregateParts {
        state_function: create.state_function.text.clone(),
        state,
        final_function: create.final_function.as_ref().map(|name| name.text.clone()),
        initial,
    };
    let described = describe::aggregate(keyspace_name, name, &arguments, &parts);
    let new = FunctionMetadata {
        name: name.clone(),
        arguments,
        returns,
        is_aggregate: true,
        called_on_null: false,
        parts: Some(parts),
        described,
    };
    put(keyspace, new);
    Ok(())
}

pub(super) fn drop(
    catalog: &mut Catalog,
    name: &FunctionName,
    arguments: Option<&[TypeName]>,
    is_aggregate: bool,
    if_exists: bool,
    context: Context<'_>,
) -> Result<()> {
    arguments.unwrap_or_default().iter().try_for_each(|ty| context.check_type(ty))?;
    let keyspace_name = context.keyspace(name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let own = &name.name.text;
    let whole = match arguments {
        Some(types) => {
            let types: Vec<String> = types.iter().map(|ty| frozen_text(ty, false)).collect();
            format!("{keyspace_name}.{own}({})", types.join(", "))
        }
        None => format!("{keyspace_name}.{own}"),
    };
    let (what, word) = if is_aggregate { ("Aggregate", "AGGREGATE") } else { ("Function", "FUNCTION") };
    let missing = || match if_exists {
        true => Ok(()),
        false => invalid(format!("{what} '{whole}' doesn't exist")),
    };
    let Some(keyspace) = catalog.keyspaces.get_mut(keyspace_name) else { return missing() };
    let named = keyspace.functions.iter().filter(|f| f.name == *own);
    if named.count() > 1 && arguments.is_none() {
        return invalid(format!(
            "'DROP {word} {own}' matches multiple function definitions; specify the argument types by issuing a statement like 'DROP {word} {own} (type, type, ...)'. You can use cqlsh 'DESCRIBE {word} {own}' command to find all overloads"
        ));
    }
    arguments.unwrap_or_default().iter().try_for_each(|ty| not_frozen("Argument", ty))?;
    let found = match arguments {
        Some(names) => find(keyspace, own, &types(&names.iter().collect::<Vec<_>>(), keyspace, context)?),
        None => keyspace.functions.iter().find(|f| f.name == *own),
    };
    let Some(found) = found.filter(|f| f.is_aggregate == is_aggregate).cloned() else { return missing() };
    if !is_aggregate {
        let used: Vec<String> = keyspace
            .functions
            .iter()
            .filter(|f| uses(f, &found))
            .map(|f| format!("{keyspace_name}.{}", f.name))
            .collect();
        if !used.is_empty() {
            return invalid(format!("Function '{whole}' is still referenced by aggregates {}", used.join(", ")));
        }
        let mask = format!("{keyspace_name}.{own}(");
        let masks = |table: &&crate::schema::TableMetadata| {
            table.columns.iter().any(|c| c.mask.as_ref().is_some_and(|text| text.starts_with(&mask)))
        };
        let used: Vec<&str> = keyspace.tables.values().filter(masks).map(|table| table.name.as_str()).collect();
        if !used.is_empty() {
            let used = used.join(", ");
            return invalid(format!("Function '{whole}' is still referenced by column masks in tables {used}"));
        }
    }
    keyspace.functions.retain(|f| *f != found);
    Ok(())
}

/// Whether an aggregate is made of a function.
fn uses(aggregate: &FunctionMetadata, function: &FunctionMetadata) -> bool {
    let Some(parts) = &aggregate.parts else { return false };
    let states: Vec<&MarshalType> = [&parts.state].into_iter().chain(&aggregate.arguments).collect();
    let own: Vec<&MarshalType> = function.arguments.iter().collect();
    parts.state_function == function.name && own == states
        || parts.final_function.as_ref() == Some(&function.name) && own == [&parts.state]
}
