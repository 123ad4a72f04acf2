use cqlite_format::collection::{CollectionRef, MapValueRef};
use cqlite_format::decimal_value::DecimalValueRef;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_runtime::Reader;

use super::composite::{composite, dynamic_composite};
use super::element::Whole;
use super::key::{encode_decorated_key, encode_token_bound};
use super::sequence::{component, escaped, terminate, Written};
use super::{decimal, number, EncodeError, EncodingVersion, KeyBound};
use cqlite_schema::partitioner::Partitioner;

/// Appends the byte-comparable form of a serialized value to `out`; `false`, with nothing appended, where it is null:
/// the empty value of most types.
///
/// Frozen and unfrozen types are the same here.
///
/// # Errors
/// Any [`EncodeError`] but [`EncodeError::TooManyValues`]; `out` may have grown then.
///
/// Reference: `AbstractType.asComparableBytes` and its overrides.
pub fn encode_value(ty: &MarshalType, value: &[u8], version: EncodingVersion, out: &mut Vec<u8>) -> Written {
    match ty {
        MarshalType::Native(native) => encode_native(*native, value, version, out),
        MarshalType::Reversed(base) => {
            let at = out.len();
            let is_there = encode_value(base, value, version, out)?;
            out.iter_mut().skip(at).for_each(|b| *b = !*b);
            Ok(is_there)
        }
        MarshalType::List { element, .. } | MarshalType::Set { element, .. } => {
            collection(ty, &[element], value, version, out)
        }
        MarshalType::Map { key, value: mapped, .. } => collection(ty, &[key, mapped], value, version, out),
        MarshalType::Tuple(types) => tuple(ty, types.iter(), value, version, out),
        MarshalType::User(user) => tuple(ty, user.fields.iter().map(|field| &field.ty), value, version, out),
        MarshalType::Vector { element, dimension } => vector(ty, element, *dimension, value, version, out),
        MarshalType::Composite(types) => composite(ty, types, value, version, out),
        MarshalType::DynamicComposite(aliases) => dynamic_composite(ty, aliases, value, version, out),
        MarshalType::PartitionerDefinedOrder { partitioner, key } => {
            let partitioner = Partitioner::from_class_name(partitioner)?;
            partition_position(&partitioner, key.as_deref(), value, version, out)
        }
        MarshalType::Custom(_) => Err(EncodeError::UnsupportedType { ty: ty.cql_name() }),
    }
}

fn encode_native(ty: NativeType, value: &[u8], version: EncodingVersion, out: &mut Vec<u8>) -> Written {
    use NativeType as N;
    // In these, empty is a value like others.
    if matches!(ty, N::Ascii | N::Bytes | N::Utf8 | N::InetAddress | N::Duration) {
        escaped(out, value, version);
        return Ok(true);
    }
    if ty == N::CounterColumn {
        return Err(EncodeError::UnsupportedType { ty: MarshalType::Native(ty).cql_name() });
    }
    if value.is_empty() {
        return Ok(false);
    }
    check_length(ty, value)?;
    match ty {
        N::Boolean => out.push(u8::from(value != [0])),
        N::Byte | N::Short | N::Int32 | N::Timestamp => number::signed(out, value),
        N::Long if version.is_legacy() => number::signed(out, value),
        N::Long => number::variable_length(out, value.iter().fold(0, |n, b| n << 8 | i64::from(*b))),
        N::Float | N::Double => number::float(out, value),
        N::Date | N::SimpleDate | N::Time => out.extend_from_slice(value),
        N::Integer => number::integer(out, value, version),
        N::Decimal => match DecimalValueRef::read(&mut Reader::new(value)) {
            Ok(stored) if !stored.unscaled.is_empty() => decimal::decimal(out, stored.scale, stored.unscaled),
            _ => return Err(Whole::new(&ty.into(), value).malformed(0)),
        },
        N::Uuid => out.extend_from_slice(&uuid(word(value)).to_be_bytes()),
        N::TimeUuid | N::LegacyTimeUuid => out.extend_from_slice(&time_uuid(word(value))?.to_be_bytes()),
        N::LexicalUuid => out.extend_from_slice(&(word(value) ^ (1 << 127 | 1 << 63)).to_be_bytes()),
        _ => return Err(EncodeError::UnsupportedType { ty: MarshalType::Native(ty).cql_name() }),
    }
    Ok(true)
}

/// Lengths that Cassandra's serializers insist on, beyond those that `fixed_len` knows as fixed on disk.
fn check_length(ty: NativeType, value: &[u8]) -> Result<(), EncodeError> {
    let expected = match ty {
        NativeType::Byte => Some(1),
        NativeType::Short => Some(2),
        NativeType::SimpleDate => Some(4),
        NativeType::Time => Some(8),
        _ => ty.fixed_len(),
    };
    match expected {
        Some(expected) if expected != value.len() => {
            let ty = MarshalType::Native(ty).cql_name();
            Err(EncodeError::WrongLength { ty, expected, found: value.len() })
        }
        _ => Ok(()),
    }
}

fn word(value: &[u8]) -> u128 {
    value.iter().fold(0, |n, b| n << 8 | u128::from(*b))
}

/// Version first, then time for version 1. Reference: `UUIDType.asComparableBytes`.
fn uuid(value: u128) -> u128 {
    let (high, low) = ((value >> 64) as u64, value as u64);
    let version = high >> 12 & 0xf;
    let high = match version {
        1 => by_time(high),
        _ => version << 60 | high >> 4 & 0x0fff_ffff_ffff_f000 | high & 0xfff,
    };
    u128::from(high) << 64 | u128::from(low)
}

/// Time first; the rest as signed bytes. Reference: `AbstractTimeUUIDType.asComparableBytes`.
fn time_uuid(value: u128) -> Result<u128, EncodeError> {
    let (high, low) = ((value >> 64) as u64, value as u64);
    match high >> 12 & 0xf {
        1 => Ok(u128::from(by_time(high)) << 64 | u128::from(low ^ 0x8080_8080_8080_8080)),
        version => Err(EncodeError::WrongUuidVersion { version: version as u8 }),
    }
}

/// time_low, time_mid, version and time_hi → the other way round.
fn by_time(high: u64) -> u64 {
    high << 48 | high << 16 & 0xffff_0000_0000 | high >> 32
}

/// List, set or map; `types` take turns. Reference: `CollectionType`.
fn collection(
    ty: &MarshalType,
    types: &[&MarshalType],
    value: &[u8],
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Written {
    if value.is_empty() {
        return Ok(false);
    }
    let whole = Whole::new(ty, value);
    let mut elements = whole.reader();
    let count = match types.len() {
        1 => CollectionRef::read(&mut elements).map(|head| head.num_elements),
        _ => MapValueRef::read(&mut elements).map(|head| head.num_entries),
    };
    let count = u32::try_from(count.map_err(|e| whole.error(e))?).map_err(|_| whole.malformed(elements.offset()))?;
    for _ in 0..count {
        for ty in types {
            let element = whole.nullable(&mut elements)?;
            component(out, |out| element.map_or(Ok(false), |element| encode_value(ty, element, version, out)))?;
        }
    }
    whole.end(&elements)?;
    terminate(out, version, Some(0));
    Ok(true)
}

/// Tuple or user type. Reference: `TupleType`.
fn tuple<'t>(
    ty: &MarshalType,
    types: impl ExactSizeIterator<Item = &'t MarshalType>,
    value: &[u8],
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Written {
    if value.is_empty() {
        return Ok(false);
    }
    let whole = Whole::new(ty, value);
    let mut fields = whole.reader();
    // End of what is written up to the last field that is not null.
    let mut end = out.len();
    for ty in types {
        let field = if fields.at_end() { None } else { whole.nullable(&mut fields)? };
        component(out, |out| field.map_or(Ok(false), |field| encode_value(ty, field, version, out)))?;
        if field.is_some() {
            end = out.len();
        }
    }
    whole.end(&fields)?;
    if !version.is_legacy() {
        out.truncate(end);
    }
    terminate(out, version, None);
    Ok(true)
}

/// Reference: `VectorType`.
fn vector(
    ty: &MarshalType,
    element: &MarshalType,
    dimension: u32,
    value: &[u8],
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Written {
    let whole = Whole::new(ty, value);
    let mut elements = whole.reader();
    for _ in 0..dimension {
        let bytes = whole.element(&mut elements, element.fixed_len())?;
        component(out, |out| encode_value(element, bytes, version, out))?;
    }
    whole.end(&elements)?;
    terminate(out, version, Some(0));
    Ok(true)
}

/// A key in the order of a partitioner. Reference: `PartitionerDefinedOrder.asComparableBytes`.
fn partition_position(
    partitioner: &Partitioner,
    key_type: Option<&MarshalType>,
    key: &[u8],
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Written {
    let token = partitioner.token(key);
    match (key.is_empty(), version) {
        (true, EncodingVersion::Oss50) => return Ok(false),
        (true, EncodingVersion::Legacy) => encode_token_bound(&token, key_type, KeyBound::Before, version, out)?,
        (false, _) => encode_decorated_key(&token, key, key_type, version, out)?,
    }
    Ok(true)
}
