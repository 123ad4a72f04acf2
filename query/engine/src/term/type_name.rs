//! Types as statements name them.

use cqlite_cql::ast::{TypeName, TypeNameKind};
use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::{compatible, Context};
use crate::function::native::named_type;
use crate::{QueryError, QueryErrorKind, Result};

/// The type that a statement names (`CQL3Type.Raw.prepare`).
///
/// # Errors
/// There is none of that name in the keyspace, or it cannot be made so.
pub fn type_of(name: &TypeName, cx: &Context<'_>) -> Result<MarshalType> {
    let shown = name;
    Ok(match &name.kind {
        TypeNameKind::Native(native) => named_type(native.name()).unwrap_or(NativeType::Bytes).into(),
        TypeNameKind::List(element) => {
            check_values(element, shown, false)?;
            check_frozen(element, shown)?;
            MarshalType::List { element: boxed(element, cx)?, multi_cell: true }
        }
        TypeNameKind::Set(element) => {
            check_values(element, shown, true)?;
            check_frozen(element, shown)?;
            MarshalType::Set { element: boxed(element, cx)?, multi_cell: true }
        }
        TypeNameKind::Map(key, value) => {
            check_values(value, shown, false)?;
            check_frozen(value, shown)?;
            if is_native(key, "counter") {
                return Err(QueryError::invalid(format!("Counters are not allowed inside collections: {shown}")));
            }
            if is_native(key, "duration") {
                return Err(QueryError::invalid(format!("Durations are not allowed as map keys: {shown}")));
            }
            check_frozen(key, shown)?;
            MarshalType::Map { key: boxed(key, cx)?, value: boxed(value, cx)?, multi_cell: true }
        }
        TypeNameKind::Tuple(types) => {
            let mut all = Vec::new();
            for ty in types {
                if is_native(ty, "counter") {
                    return Err(QueryError::invalid("Counters are not allowed inside tuples"));
                }
                all.push(frozen(ty, cx)?);
            }
            MarshalType::Tuple(all)
        }
        TypeNameKind::Vector(element, dimension) => {
            let found = u32::try_from(*dimension).ok().filter(|n| *n > 0 && i32::try_from(*n).is_ok());
            let Some(dimension) = found else {
                return Err(QueryError::invalid(format!(
                    "vectors may only have positive dimensions; given {dimension}"
                )));
            };
            MarshalType::Vector { element: Box::new(frozen(element, cx)?), dimension }
        }
        TypeNameKind::Frozen(inner) => match &inner.kind {
            TypeNameKind::Native(_) | TypeNameKind::Custom(_) => {
                return Err(QueryError::invalid(format!(
                    "frozen<> is only allowed on collections, tuples, and user-defined types (got {inner})"
                )));
            }
            _ => frozen(inner, cx)?,
        },
        TypeNameKind::User(user) => {
            let Some(keyspace) = cx.keyspace else {
                return Err(QueryError::invalid(format!("Unknown type {user}")));
            };
            if let Some(said) = user.keyspace.as_ref().filter(|said| said.text != keyspace) {
                return Err(QueryError::invalid(format!(
                    "Statement on keyspace {keyspace} cannot refer to a user type in keyspace {}; user types can only be used in the keyspace they are defined in",
                    said.text
                )));
            }
            let known = cx.catalog.keyspaces.get(keyspace).and_then(|known| known.types.get(&user.name.text));
            match known {
                Some(ty) => {
                    MarshalType::User(Box::new(cqlite_runtime::marshal::UserType { multi_cell: true, ..ty.clone() }))
                }
                None => return Err(QueryError::invalid(format!("Unknown type {keyspace}.{}", user.name.text))),
            }
        }
        TypeNameKind::Custom(class) => MarshalType::parse(class)
            .map_err(|error| QueryError::new(QueryErrorKind::Syntax, format!("Cannot parse type {class}: {error}")))?,
    })
}

fn boxed(name: &TypeName, cx: &Context<'_>) -> Result<Box<MarshalType>> {
    type_of(name, cx).map(Box::new)
}

/// The type, frozen, with all that is in it.
fn frozen(name: &TypeName, cx: &Context<'_>) -> Result<MarshalType> {
    let inner = |name: &TypeName| -> Result<Box<MarshalType>> { frozen(name, cx).map(Box::new) };
    Ok(match &name.kind {
        TypeNameKind::List(element) => MarshalType::List { element: inner(element)?, multi_cell: false },
        TypeNameKind::Set(element) => {
            check_values(element, name, true)?;
            MarshalType::Set { element: inner(element)?, multi_cell: false }
        }
        TypeNameKind::Map(key, value) => MarshalType::Map { key: inner(key)?, value: inner(value)?, multi_cell: false },
        TypeNameKind::User(_) => compatible::freeze(&type_of(name, cx)?),
        _ => type_of(name, cx)?,
    })
}

fn is_native(name: &TypeName, wanted: &str) -> bool {
    matches!(&name.kind, TypeNameKind::Native(native) if native.name() == wanted)
}

fn check_values(values: &TypeName, shown: &TypeName, is_set: bool) -> Result<()> {
    if is_native(values, "counter") {
        return Err(QueryError::invalid(format!("Counters are not allowed inside collections: {shown}")));
    }
    if is_set && is_native(values, "duration") {
        return Err(QueryError::invalid(format!("Durations are not allowed inside sets: {shown}")));
    }
    Ok(())
}

/// Refuses a collection or user-defined type within an unfrozen one that is not frozen itself.
fn check_frozen(inner: &TypeName, shown: &TypeName) -> Result<()> {
    let what = match &inner.kind {
        TypeNameKind::List(_) | TypeNameKind::Set(_) | TypeNameKind::Map(..) => "collections",
        TypeNameKind::User(_) => "UDTs",
        _ => return Ok(()),
    };
    Err(QueryError::invalid(format!("Non-frozen {what} are not allowed inside collections: {shown}")))
}
