//! Values from text.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::composite::named_type;
use crate::number::{parse_decimal, parse_varint};
use crate::scalar::{parse_inet, parse_lenient_uuid, parse_uuid, uuid_version};
use crate::time::{parse_date, parse_duration, parse_time, parse_timestamp};
use crate::{validate, Result, ValueError};

/// The bytes of a value given in the text that [`crate::text::write`] makes of it, or in another that Cassandra reads.
///
/// Not read, though Cassandra does: host names for an address, names of time zones and `now` in a timestamp, hexadecimal
/// floating-point numbers. A timestamp without an offset is in UTC, not in the zone of the machine.
///
/// # Errors
/// [`ValueError`] for text that is no value of the type.
///
/// Reference: `AbstractType.fromString`.
pub fn from_text(ty: &MarshalType, text: &str) -> Result<Vec<u8>> {
    match ty {
        MarshalType::Native(native) => from_native(*native, text),
        MarshalType::Reversed(base) => from_text(base, text),
        MarshalType::List { .. } | MarshalType::Set { .. } | MarshalType::Map { .. } | MarshalType::Vector { .. } => {
            crate::hex::read(text).ok_or(ValueError::Text { ty: "hexadecimal digits" })
        }
        MarshalType::Tuple(types) => from_tuple(&types.iter().collect::<Vec<_>>(), text),
        MarshalType::User(user) => from_tuple(&user.fields.iter().map(|field| &field.ty).collect::<Vec<_>>(), text),
        MarshalType::Composite(types) => from_composite(text, |index, part| match types.get(index) {
            Some(ty) => Ok((ty.clone(), Vec::new(), part.to_owned())),
            None => Err(ValueError::Component { index }),
        }),
        MarshalType::DynamicComposite(aliases) => {
            from_composite(text, |index, part| dynamic_component(aliases, index, part))
        }
        MarshalType::PartitionerDefinedOrder { .. } => Err(ValueError::Unsupported { ty: "partitioner-defined order" }),
        MarshalType::Custom(class) => Err(ValueError::Custom { class: class.clone() }),
    }
}

fn from_native(native: NativeType, text: &str) -> Result<Vec<u8>> {
    use NativeType as N;
    fn number<T: std::str::FromStr>(text: &str, ty: &'static str) -> Result<T> {
        text.parse().map_err(|_| ValueError::Text { ty })
    }
    match native {
        N::Ascii if !text.is_ascii() => Err(ValueError::Text { ty: "ascii" }),
        N::Ascii | N::Utf8 => Ok(text.as_bytes().to_vec()),
        N::Bytes | N::CounterColumn => crate::hex::read(text).ok_or(ValueError::Text { ty: "blob" }),
        N::Boolean if text.is_empty() || text.eq_ignore_ascii_case("false") => Ok(vec![0]),
        N::Boolean if text.eq_ignore_ascii_case("true") => Ok(vec![1]),
        N::Boolean => Err(ValueError::Text { ty: "boolean" }),
        N::SimpleDate => parse_date(text),
        N::Time => parse_time(text),
        _ if text.is_empty() => Ok(Vec::new()),
        N::Empty => Err(ValueError::Text { ty: "empty" }),
        N::Byte => Ok(number::<i8>(text, "tinyint")?.to_be_bytes().to_vec()),
        N::Short => Ok(number::<i16>(text, "smallint")?.to_be_bytes().to_vec()),
        N::Int32 => Ok(number::<i32>(text, "int")?.to_be_bytes().to_vec()),
        N::Long => Ok(number::<i64>(text, "bigint")?.to_be_bytes().to_vec()),
        N::Integer => parse_varint(text, "varint"),
        N::Decimal => parse_decimal(text),
        N::Float => match float_text(text) {
            Some("NaN") => Ok(0x7fc0_0000u32.to_be_bytes().to_vec()),
            Some(text) => Ok(number::<f32>(text, "float")?.to_be_bytes().to_vec()),
            None => Err(ValueError::Text { ty: "float" }),
        },
        N::Double => match float_text(text) {
            Some("NaN") => Ok(0x7ff8_0000_0000_0000u64.to_be_bytes().to_vec()),
            Some(text) => Ok(number::<f64>(text, "double")?.to_be_bytes().to_vec()),
            None => Err(ValueError::Text { ty: "double" }),
        },
        N::Timestamp | N::Date => parse_timestamp(text),
        N::Duration => parse_duration(text),
        N::InetAddress => parse_inet(text),
        N::LexicalUuid => parse_lenient_uuid(text, "uuid"),
        N::TimeUuid | N::LegacyTimeUuid => {
            let bytes = parse_uuid(text, "timeuuid")?;
            match uuid_version(crate::bytes::head(&bytes, "timeuuid")?) {
                1 => Ok(bytes),
                _ => Err(ValueError::Text { ty: "timeuuid" }),
            }
        }
        _ => parse_uuid(text, "uuid"),
    }
}

/// What Java reads as a floating-point number, in the spelling that Rust reads: without blanks around it and without a
/// letter for the type after it.
fn float_text(text: &str) -> Option<&str> {
    let text = text.trim_matches(|c: char| c <= ' ');
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    match digits {
        "NaN" => Some("NaN"),
        "Infinity" => Some(text),
        _ => {
            let plain = text.strip_suffix(['d', 'D', 'f', 'F']).unwrap_or(text);
            plain.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b)).then_some(plain)
        }
    }
}

/// Splits at colons that no backslash precedes. Reference: `AbstractCompositeType.split`.
pub(crate) fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(':') {
        if at == 0 || text.as_bytes()[at - 1] != b'\\' {
            parts.push(&text[start..at]);
            start = at + 1;
        }
    }
    if !text.is_empty() {
        parts.push(&text[start..]);
    }
    parts
}

/// Fields with colons between, `@` for null. Reference: `TupleType.fromString`.
fn from_tuple(types: &[&MarshalType], text: &str) -> Result<Vec<u8>> {
    let parts = split(text);
    if parts.len() > types.len() {
        return Err(ValueError::Text { ty: "tuple" });
    }
    let mut out = Vec::new();
    for (part, ty) in parts.into_iter().zip(types) {
        if part == "@" {
            out.extend_from_slice(&(-1i32).to_be_bytes());
            continue;
        }
        let field = from_text(ty, &part.replace("\\:", ":").replace("\\@", "@"))?;
        let len = i32::try_from(field.len()).map_err(|_| ValueError::Text { ty: "tuple" })?;
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(&field);
    }
    Ok(out)
}

/// Components with colons between; `!` or `_` at the end set the last end of component to 1 or -1.
///
/// `component` gives the type of a component, its header and the rest of its text.
/// Reference: `AbstractCompositeType.fromString`.
fn from_composite(
    text: &str,
    component: impl Fn(usize, &str) -> Result<(MarshalType, Vec<u8>, String)>,
) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut end = 0;
    for (index, part) in split(text).into_iter().enumerate() {
        end = match part {
            "!" => 1,
            "_" => 0xff,
            _ => 0,
        };
        if end != 0 {
            break;
        }
        let (ty, header, rest) = component(index, part)?;
        let value = from_text(&ty, &unescape(&rest))?;
        validate(&ty, &value)?;
        let len = u16::try_from(value.len()).map_err(|_| ValueError::Text { ty: "composite" })?;
        out.extend_from_slice(&header);
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(&value);
        out.push(0);
    }
    if end != 0 {
        *out.last_mut().ok_or(ValueError::Text { ty: "composite" })? = end;
    }
    Ok(out)
}

/// Reference: `AbstractCompositeType.unescape`.
pub(crate) fn unescape(part: &str) -> String {
    let mut plain = part.replace("\\:", ":");
    if plain.ends_with('!') {
        plain.pop();
    }
    plain
}

/// `alias@value` or `type@value`. Reference: `DynamicCompositeType.DynamicParsedComparator`.
fn dynamic_component(
    aliases: &[(u8, MarshalType)],
    index: usize,
    part: &str,
) -> Result<(MarshalType, Vec<u8>, String)> {
    // As Java splits: empty parts at the end do not count.
    let (name, value) = match part.trim_end_matches('@').split('@').collect::<Vec<_>>()[..] {
        [""] if !part.is_empty() => return Err(ValueError::Text { ty: "composite" }),
        [name] => (name, ""),
        [name, value] => (name, value),
        _ => return Err(ValueError::Text { ty: "composite" }),
    };
    if let &[alias] = name.as_bytes() {
        if let Some((_, ty)) = aliases.iter().find(|(known, _)| *known == alias) {
            return Ok((ty.clone(), vec![0x80, alias], value.to_owned()));
        }
    }
    let ty = named_type(name).ok_or(ValueError::Component { index })?;
    let len = u16::try_from(name.len()).map_err(|_| ValueError::Text { ty: "composite" })?;
    Ok((ty, [&len.to_be_bytes()[..], name.as_bytes()].concat(), value.to_owned()))
}
