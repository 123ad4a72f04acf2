//! `from_json`: values from JSON (`AbstractType.fromJSONObject`).

use cqlite_runtime::marshal::{MarshalType, NativeType, UserType};

use super::error::{failed, thrown};
use super::json_value::JsonValue;
use super::number::Number;
use super::Function;
use crate::term::text::from_text;
use crate::{Result, Value};

/// Why a value is none of a type: what Cassandra's `MarshalException` says.
type Marshal<T> = std::result::Result<T, String>;

/// The value of the type of the function's result.
pub(super) fn from_json(function: &Function, text: &str) -> Result<Value> {
    let value = JsonValue::read(text).map_err(|message| {
        let class = "com.fasterxml.jackson.core.JsonParseException";
        let detail = format!("Could not decode JSON string '{text}': {class}: {message}");
        failed(&function.full_name(), "text", detail)
    })?;
    match value {
        JsonValue::Null => Ok(None),
        value => match bytes(function.returns(), &value) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(message) => Err(thrown("org.apache.cassandra.serializers.MarshalException", message)),
        },
    }
}

fn mismatch<T>(wanted: &str, value: &JsonValue) -> Marshal<T> {
    Err(format!("Expected {wanted}, but got a {}: {value}", value.class()))
}

fn bytes(ty: &MarshalType, value: &JsonValue) -> Marshal<Vec<u8>> {
    match ty.unreversed() {
        MarshalType::Native(native) => of_native(*native, value),
        MarshalType::List { element, .. } => elements(ty, element, &all(value, "a list")?, "list"),
        MarshalType::Set { element, .. } => elements(ty, element, &all(value, "a list (representing a set)")?, "set"),
        MarshalType::Vector { element, dimension } => {
            let values = all(value, "a list")?;
            if values.len() != *dimension as usize {
                return Err(format!(
                    "List had incorrect size: expected {dimension} but given {}; {}",
                    values.len(),
                    JsonValue::List(values)
                ));
            }
            elements(ty, element, &values, "list")
        }
        MarshalType::Tuple(types) => tuple(ty, types, value),
        MarshalType::Map { key, value: of, .. } => map(ty, key, of, value),
        MarshalType::User(user) => user_type(ty, user, value),
        other => Err(format!("{} has no values in JSON", other.cql_name())),
    }
}

/// The value, or that in a text.
fn decoded(value: &JsonValue) -> Marshal<JsonValue> {
    match value {
        JsonValue::Text(text) => {
            JsonValue::read(text).map_err(|message| format!("Error decoding JSON string: {message}"))
        }
        other => Ok(other.clone()),
    }
}

fn all(value: &JsonValue, wanted: &str) -> Marshal<Vec<JsonValue>> {
    match decoded(value)? {
        JsonValue::List(values) => Ok(values),
        other => mismatch(wanted, &other),
    }
}

fn entries(value: &JsonValue) -> Marshal<Vec<(String, JsonValue)>> {
    match decoded(value)? {
        JsonValue::Map(entries) => Ok(entries),
        other => mismatch("a map", &other),
    }
}

fn pack<'p>(ty: &MarshalType, parts: impl Iterator<Item = Option<&'p [u8]>>) -> Marshal<Vec<u8>> {
    cqlite_types::packed(ty, parts).map_err(|error| error.to_string())
}

fn elements(ty: &MarshalType, element: &MarshalType, values: &[JsonValue], name: &str) -> Marshal<Vec<u8>> {
    let mut parts = Vec::new();
    for value in values {
        match value {
            JsonValue::Null => return Err(format!("Invalid null element in {name}")),
            value => parts.push(bytes(element, value)?),
        }
    }
    if name == "set" {
        parts.sort_by(|a, b| cqlite_types::compare(element, a, b));
        parts.dedup_by(|a, b| cqlite_types::compare(element, a, b).is_eq());
    }
    pack(ty, parts.iter().map(|part| Some(part.as_slice())))
}

fn map(ty: &MarshalType, key: &MarshalType, of: &MarshalType, value: &JsonValue) -> Marshal<Vec<u8>> {
    let mut parts = Vec::new();
    for (name, value) in entries(value)? {
        if matches!(value, JsonValue::Null) {
            return Err("Invalid null value in map".to_owned());
        }
        parts.push((bytes(key, &JsonValue::Text(name))?, bytes(of, &value)?));
    }
    parts.sort_by(|a, b| cqlite_types::compare(key, &a.0, &b.0));
    parts.dedup_by(|later, first| {
        let is_same = cqlite_types::compare(key, &later.0, &first.0).is_eq();
        if is_same {
            first.1 = std::mem::take(&mut later.1);
        }
        is_same
    });
    pack(ty, parts.iter().flat_map(|(key, value)| [Some(key.as_slice()), Some(value.as_slice())]))
}

fn tuple(ty: &MarshalType, types: &[MarshalType], value: &JsonValue) -> Marshal<Vec<u8>> {
    let values = all(value, "a list representation of a tuple")?;
    let (wanted, found) = (types.len(), values.len());
    let shown = JsonValue::List(values.clone());
    if found > wanted {
        return Err(format!("Tuple contains extra items (expected {wanted}): {shown}"));
    }
    if found < wanted {
        return Err(format!("Tuple is missing items (expected {wanted}): {shown}"));
    }
    let part = |(ty, value): (&MarshalType, &JsonValue)| match value {
        JsonValue::Null => Ok(None),
        value => bytes(ty, value).map(Some),
    };
    let parts = types.iter().zip(&values).map(part).collect::<Marshal<Vec<_>>>()?;
    pack(ty, parts.iter().map(Option::as_deref))
}

fn user_type(ty: &MarshalType, user: &UserType, value: &JsonValue) -> Marshal<Vec<u8>> {
    // Names are as those of columns: in lower case unless they are in quotation marks.
    let name = |name: String| match name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(quoted) => quoted.to_owned(),
        None => name.to_lowercase(),
    };
    let entries: Vec<(String, JsonValue)> =
        entries(value)?.into_iter().map(|(field, value)| (name(field), value)).collect();
    let mut parts = Vec::new();
    for field in &user.fields {
        parts.push(match entries.iter().rev().find(|(name, _)| *name == field.name) {
            None | Some((_, JsonValue::Null)) => None,
            Some((_, value)) => Some(bytes(&field.ty, value)?),
        });
    }
    if let Some((unknown, _)) = entries.iter().find(|(name, _)| !user.fields.iter().any(|field| field.name == *name)) {
        return Err(format!("Unknown field '{unknown}' in value of user defined type {}", user.name));
    }
    pack(ty, parts.iter().map(Option::as_deref))
}

fn of_native(native: NativeType, value: &JsonValue) -> Marshal<Vec<u8>> {
    use NativeType as N;
    let text = |wanted: &str| match value {
        JsonValue::Text(text) => from_text(&native.into(), text),
        other => mismatch(wanted, other),
    };
    match native {
        N::Ascii => text("an ascii string"),
        N::Utf8 => text("a UTF-8 string"),
        N::SimpleDate => text("a string representation of a date value"),
        N::Time => text("a string representation of a time value"),
        N::InetAddress => text("a string representation of an inet value"),
        N::Uuid | N::LexicalUuid => text("a string representation of a uuid"),
        N::TimeUuid | N::LegacyTimeUuid => text("a string representation of a timeuuid"),
        N::Duration => text("a string representation of a duration"),
        N::Timestamp | N::Date => match value {
            JsonValue::Whole(millis) if value.class() == "Long" => {
                Ok(i64::try_from(millis).unwrap_or_default().to_be_bytes().to_vec())
            }
            _ => text("a long or a datestring representation of a timestamp value"),
        },
        N::Boolean => match value {
            JsonValue::Boolean(value) => Ok(vec![u8::from(*value)]),
            _ => text("a boolean value"),
        },
        N::Bytes => blob(value),
        N::Byte | N::Short => match value {
            JsonValue::Text(_) | JsonValue::Whole(_) | JsonValue::Double(_) => {
                from_text(&native.into(), &value.to_string())
            }
            other => mismatch(if native == N::Byte { "a byte value" } else { "a short value" }, other),
        },
        N::Int32 => match value {
            JsonValue::Whole(number) if value.class() == "Integer" => {
                Ok(i32::try_from(number).unwrap_or_default().to_be_bytes().to_vec())
            }
            _ => text("an int value"),
        },
        N::Long => match value {
            JsonValue::Whole(number) if value.class() != "BigInteger" => {
                Ok(i64::try_from(number).unwrap_or_default().to_be_bytes().to_vec())
            }
            _ => text("a bigint value"),
        },
        N::Float | N::Double => {
            let number = match value {
                JsonValue::Whole(number) => Number::Varint(number.clone()),
                JsonValue::Double(number) => Number::Double(*number),
                _ => return text(if native == N::Float { "a float value" } else { "a double value" }),
            };
            Ok(match native {
                N::Float => Number::Float(number.to_f32()).write(),
                _ => Number::Double(number.to_f64()).write(),
            })
        }
        N::Integer | N::Decimal => {
            let name = if native == N::Integer { "varint" } else { "decimal" };
            let is_empty = matches!(value, JsonValue::Text(text) if text.is_empty());
            let read = from_text(&native.into(), &value.to_string()).ok().filter(|_| native == N::Decimal || !is_empty);
            read.ok_or_else(|| format!("Value '{value}' is not a valid representation of a {name} value"))
        }
        N::Empty => match value {
            JsonValue::Text(text) if text.is_empty() => Ok(Vec::new()),
            JsonValue::Text(text) => Err(format!("'{text}' is not empty")),
            other => Err(format!("Expected an empty string, but got: {other}")),
        },
        other => Err(format!("{other:?} has no values in JSON")),
    }
}

fn blob(value: &JsonValue) -> Marshal<Vec<u8>> {
    let read = match value {
        JsonValue::Text(text) => match text.strip_prefix("0x") {
            Some(digits) => from_text(&NativeType::Bytes.into(), digits),
            None => Err(format!("String representation of blob is missing 0x prefix: {text}")),
        },
        other => {
            let (class, package) = (other.class(), other.package());
            Err(format!(
                "class {package}.{class} cannot be cast to class java.lang.String ({package}.{class} and java.lang.String are in module java.base of loader 'bootstrap')"
            ))
        }
    };
    read.map_err(|message| format!("Value '{value}' is not a valid blob representation: {message}"))
}
