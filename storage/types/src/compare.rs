//! Order of values.

use std::cmp::Ordering;

use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::bytes::head;
use crate::composite::{Components, Types};
use crate::nested::Nested;
use crate::number::compare_decimals;
use crate::scalar::{compare_time_uuids, compare_uuids};
use crate::{Result, ValueError};

/// Compares two values; where [`try_compare`] fails, their bytes.
pub fn compare(ty: &MarshalType, a: &[u8], b: &[u8]) -> Ordering {
    try_compare(ty, a, b).unwrap_or_else(|_| a.cmp(b))
}

/// Compares two values. No bytes come before all others in most types.
///
/// # Errors
/// [`ValueError`] where Cassandra throws: values that are cut short, counters, classes that are not Cassandra's. Neither
/// does `PartitionerDefinedOrder` compare here: it needs the token of a key.
///
/// Reference: `AbstractType.compare`.
pub fn try_compare(ty: &MarshalType, a: &[u8], b: &[u8]) -> Result<Ordering> {
    match ty {
        MarshalType::Native(native) => compare_native(*native, a, b),
        MarshalType::Reversed(base) => try_compare(base, b, a),
        MarshalType::List { element, .. } | MarshalType::Set { element, .. } => collections(&[element], a, b),
        MarshalType::Map { key, value, .. } => collections(&[key, value], a, b),
        MarshalType::Tuple(types) => tuples(types.iter(), a, b),
        MarshalType::User(user) => tuples(user.fields.iter().map(|field| &field.ty), a, b),
        MarshalType::Vector { element, dimension } => vectors(element, *dimension, a, b),
        MarshalType::Composite(types) => composites(Types::Fixed(types), a, b),
        MarshalType::DynamicComposite(aliases) => composites(Types::Dynamic(aliases), a, b),
        MarshalType::PartitionerDefinedOrder { .. } => Err(ValueError::Unsupported { ty: "partitioner-defined order" }),
        MarshalType::Custom(class) => Err(ValueError::Custom { class: class.clone() }),
    }
}

/// True for a type whose values compare as their bytes do (`ComparisonType.BYTE_ORDER`).
fn is_byte_ordered(native: NativeType) -> bool {
    use NativeType as N;
    matches!(native, N::Ascii | N::Bytes | N::Date | N::Duration | N::InetAddress | N::SimpleDate | N::Time | N::Utf8)
}

fn compare_native(native: NativeType, a: &[u8], b: &[u8]) -> Result<Ordering> {
    use NativeType as N;
    if is_byte_ordered(native) {
        return Ok(a.cmp(b));
    }
    match native {
        N::Empty => return Ok(Ordering::Equal),
        N::CounterColumn => return Err(ValueError::Unsupported { ty: "counter" }),
        N::Byte => return Ok(i8::from_be_bytes(head(a, "tinyint")?).cmp(&i8::from_be_bytes(head(b, "tinyint")?))),
        N::Short => return signed(a, b, "smallint"),
        N::Uuid | N::TimeUuid | N::LegacyTimeUuid => return uuids(native, a, b),
        _ if a.is_empty() || b.is_empty() => return Ok(b.is_empty().cmp(&a.is_empty())),
        _ => {}
    }
    match native {
        N::Boolean => Ok((a[0] != 0).cmp(&(b[0] != 0))),
        N::Int32 => signed(a, b, "int"),
        N::Long | N::Timestamp => signed(a, b, "bigint"),
        N::Integer => Ok(varints(a, b)),
        N::Decimal => compare_decimals(a, b),
        N::Float => Ok(floats(
            f64::from(f32::from_be_bytes(head(a, "float")?)),
            f64::from(f32::from_be_bytes(head(b, "float")?)),
        )),
        N::Double => Ok(floats(f64::from_be_bytes(head(a, "double")?), f64::from_be_bytes(head(b, "double")?))),
        N::LexicalUuid => {
            let halves = |bytes: &[u8]| -> Result<(i64, i64)> {
                let both = u128::from_be_bytes(head(bytes, "uuid")?);
                Ok(((both >> 64) as i64, both as i64))
            };
            Ok(halves(a)?.cmp(&halves(b)?))
        }
        _ => Ok(a.cmp(b)),
    }
}

/// Integers of the same length: the first byte has a sign, the others have none.
fn signed(a: &[u8], b: &[u8], ty: &'static str) -> Result<Ordering> {
    let first = |bytes| head::<1>(bytes, ty).map(i8::from_be_bytes);
    Ok(first(a)?.cmp(&first(b)?).then_with(|| a.cmp(b)))
}

/// As `Double.compareTo`: -0.0 before 0.0, all that is not a number equal and last.
fn floats(a: f64, b: f64) -> Ordering {
    match (a.is_nan(), b.is_nan()) {
        (false, false) => a.total_cmp(&b),
        (a, b) => a.cmp(&b),
    }
}

/// Reference: `IntegerType.compareIntegers`.
fn varints(a: &[u8], b: &[u8]) -> Ordering {
    let (a, b) = (shortest(a), shortest(b));
    let negative = |bytes: &[u8]| bytes.first().is_some_and(|&byte| byte >= 0x80);
    match (negative(a), negative(b)) {
        (false, false) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
        (true, true) => b.len().cmp(&a.len()).then_with(|| a.cmp(b)),
        (a, b) => b.cmp(&a),
    }
}

/// A signed integer without the leading bytes that only repeat its sign.
fn shortest(mut bytes: &[u8]) -> &[u8] {
    while let [0x00 | 0xff, next, ..] = bytes {
        if (bytes[0] ^ next) & 0x80 != 0 {
            break;
        }
        bytes = &bytes[1..];
    }
    bytes
}

/// Values of any other length than sixteen bytes are equal and come first.
fn uuids(native: NativeType, a: &[u8], b: &[u8]) -> Result<Ordering> {
    match (<[u8; 16]>::try_from(a), <[u8; 16]>::try_from(b)) {
        (Ok(a), Ok(b)) if native == NativeType::Uuid => Ok(compare_uuids(a, b)),
        (Ok(a), Ok(b)) => compare_time_uuids(a, b),
        (a, b) => Ok(a.is_ok().cmp(&b.is_ok())),
    }
}

/// Element by element, then by number of elements. Reference: `CollectionType.compareListOrSet`, `MapType.compareMaps`.
fn collections(types: &[&MarshalType], a: &[u8], b: &[u8]) -> Result<Ordering> {
    if a.is_empty() || b.is_empty() {
        return Ok(b.is_empty().cmp(&a.is_empty()));
    }
    let open = match types.len() {
        1 => Nested::elements,
        _ => Nested::entries,
    };
    let ((len_a, mut parts_a), (len_b, mut parts_b)) = (open(a, "collection")?, open(b, "collection")?);
    for _ in 0..len_a.min(len_b) {
        for ty in types {
            let order = match (parts_a.nullable()?, parts_b.nullable()?) {
                (Some(a), Some(b)) => try_compare(ty, a, b)?,
                _ if matches!(ty.unreversed(), MarshalType::Native(NativeType::Empty)) => Ordering::Equal,
                _ => return Err(ValueError::Null { ty: "element" }),
            };
            if order != Ordering::Equal {
                return Ok(order);
            }
        }
    }
    Ok(len_a.cmp(&len_b))
}

/// Field by field, null before any value; missing fields at the end are null. Reference: `TupleType.compareCustom`.
fn tuples<'t>(types: impl Iterator<Item = &'t MarshalType>, a: &[u8], b: &[u8]) -> Result<Ordering> {
    if a.is_empty() || b.is_empty() {
        return Ok(b.is_empty().cmp(&a.is_empty()));
    }
    let (mut parts_a, mut parts_b) = (Nested::new(a, "tuple"), Nested::new(b, "tuple"));
    for ty in types {
        if parts_a.is_empty() || parts_b.is_empty() {
            break;
        }
        let (a, b) = (parts_a.part()?, parts_b.part()?);
        let order = match (a.data, b.data) {
            (None, None) => continue,
            (Some(_), Some(_)) if a.num_missing + b.num_missing > 0 => {
                return Err(ValueError::Truncated { ty: "tuple" })
            }
            (Some(a), Some(b)) => try_compare(ty, a, b)?,
            (a, b) => a.is_some().cmp(&b.is_some()),
        };
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    let null_a = all_null(parts_a)?;
    if null_a && all_null(parts_b)? {
        return Ok(Ordering::Equal);
    }
    Ok(match (parts_a.is_empty(), null_a) {
        (true, _) => Ordering::Less,
        (false, true) => Ordering::Equal,
        (false, false) => Ordering::Greater,
    })
}

/// True if only null fields are left.
fn all_null(mut parts: Nested<'_>) -> Result<bool> {
    while !parts.is_empty() {
        if parts.part()?.data.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reference: `VectorType.compareCustom`.
fn vectors(element: &MarshalType, dimension: u32, a: &[u8], b: &[u8]) -> Result<Ordering> {
    let fixed = element.fixed_len();
    if fixed == Some(0) || matches!(element, MarshalType::Native(native) if fixed.is_some() && is_byte_ordered(*native))
    {
        return Ok(if fixed == Some(0) { Ordering::Equal } else { a.cmp(b) });
    }
    let (mut parts_a, mut parts_b) = (Nested::new(a, "vector"), Nested::new(b, "vector"));
    for _ in 0..dimension {
        let (a, b) = (parts_a.element(fixed)?, parts_b.element(fixed)?);
        let order = try_compare(element, a, b)?;
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}

/// Component by component: by name of type where they are dynamic, by value, by end of component.
///
/// Reference: `AbstractCompositeType.compareCustom`.
fn composites(types: Types<'_>, a: &[u8], b: &[u8]) -> Result<Ordering> {
    if a.is_empty() || b.is_empty() {
        return Ok(b.is_empty().cmp(&a.is_empty()));
    }
    let (mut all_a, mut all_b) = (Components::new(types, a), Components::new(types, b));
    if all_a.is_static != all_b.is_static {
        return Ok(all_b.is_static.cmp(&all_a.is_static));
    }
    while !all_a.is_empty() && !all_b.is_empty() {
        let (Some(a), Some(b)) = (all_a.next()?, all_b.next()?) else { break };
        let order = compare_classes(&a.ty, &b.ty);
        if order != Ordering::Equal {
            return Ok(order);
        }
        let order = try_compare(&a.ty, a.value, b.value)?;
        if order != Ordering::Equal {
            return Ok(order);
        }
        let order = a.end()?.cmp(&b.end()?);
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    Ok(all_b.is_empty().cmp(&all_a.is_empty()))
}

/// Orders the types of two components by class; two reversed ones by what they reverse.
///
/// Reference: `DynamicCompositeType.getComparator`.
fn compare_classes(a: &MarshalType, b: &MarshalType) -> Ordering {
    match (a, b) {
        (MarshalType::Reversed(a), MarshalType::Reversed(b)) => a.simple_name().cmp(b.simple_name()),
        _ => a.simple_name().cmp(b.simple_name()),
    }
}
