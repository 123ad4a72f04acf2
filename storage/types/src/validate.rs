//! Bytes that are values, and bytes that are not.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::bytes::head;
use crate::composite::{Components, Types};
use crate::nested::Nested;
use crate::scalar::uuid_version;
use crate::time::validate_duration;
use crate::{Result, ValueError};

/// Most elements of a vector whose elements take no bytes: nothing else bounds them.
const MAX_EMPTY_ELEMENTS: u32 = 1 << 16;

/// Checks that the bytes are a value of the type.
///
/// # Errors
/// [`ValueError`] where Cassandra throws.
///
/// Reference: `AbstractType.validate`.
pub fn validate(ty: &MarshalType, bytes: &[u8]) -> Result<()> {
    match ty {
        MarshalType::Composite(types) => composite(Types::Fixed(types), bytes),
        MarshalType::DynamicComposite(aliases) => composite(Types::Dynamic(aliases), bytes),
        _ => validate_part(ty, bytes),
    }
}

/// Checks a part of a value, as the type's serializer does: composites are any bytes then.
///
/// Reference: `TypeSerializer.validate`.
fn validate_part(ty: &MarshalType, bytes: &[u8]) -> Result<()> {
    match ty {
        MarshalType::Native(native) => validate_native(*native, bytes),
        MarshalType::Reversed(base) => validate_part(base, bytes),
        MarshalType::List { element, .. } => elements(&[element], bytes, "list"),
        MarshalType::Set { element, .. } => elements(&[element], bytes, "set"),
        MarshalType::Map { key, value, .. } => elements(&[key, value], bytes, "map"),
        MarshalType::Tuple(types) => fields(types.iter(), bytes, "tuple"),
        MarshalType::User(user) => fields(user.fields.iter().map(|field| &field.ty), bytes, "user type"),
        MarshalType::Vector { .. } if bytes.is_empty() => Err(ValueError::Length { ty: "vector", found: 0 }),
        MarshalType::Vector { element, dimension } => vector_elements(element, *dimension, bytes, |_, _| Ok(())),
        MarshalType::Composite(_) | MarshalType::DynamicComposite(_) => Ok(()),
        MarshalType::PartitionerDefinedOrder { .. } => Err(ValueError::Unsupported { ty: "partitioner-defined order" }),
        MarshalType::Custom(class) => crate::dse::validate(class, bytes),
    }
}

/// Checks a value of a type without arguments.
pub(crate) fn validate_native(native: NativeType, bytes: &[u8]) -> Result<()> {
    use NativeType as N;
    let length = |ty, allowed: &[usize]| {
        let known = allowed.contains(&bytes.len());
        known.then_some(()).ok_or(ValueError::Length { ty, found: bytes.len() })
    };
    match native {
        N::Ascii if !bytes.is_ascii() => Err(ValueError::Encoding { ty: "ascii" }),
        N::Ascii | N::Bytes | N::Integer => Ok(()),
        N::Utf8 if is_text(bytes) => Ok(()),
        N::Utf8 => Err(ValueError::Encoding { ty: "text" }),
        N::Boolean => length("boolean", &[0, 1]),
        N::Byte => length("tinyint", &[1]),
        N::Short => length("smallint", &[2]),
        N::Int32 => length("int", &[0, 4]),
        N::Float => length("float", &[0, 4]),
        N::Long => length("bigint", &[0, 8]),
        N::CounterColumn => length("counter", &[0, 8]),
        N::Double => length("double", &[0, 8]),
        N::Timestamp | N::Date => length("timestamp", &[0, 8]),
        N::SimpleDate => length("date", &[4]),
        N::Time => length("time", &[8]),
        N::InetAddress => length("inet", &[0, 4, 16]),
        N::Decimal => match bytes.len() {
            found @ 1..4 => Err(ValueError::Length { ty: "decimal", found }),
            _ => Ok(()),
        },
        N::Duration => validate_duration(bytes),
        N::Empty => length("empty", &[0]),
        N::TimeUuid => {
            length("timeuuid", &[0, 16])?;
            let known = bytes.is_empty() || uuid_version(head(bytes, "timeuuid")?) == 1;
            known.then_some(()).ok_or(ValueError::OutOfRange { ty: "timeuuid" })
        }
        _ => length("uuid", &[0, 16]),
    }
}

/// What the next byte of a text must be.
enum Next {
    Start,
    Zero,
    NotLowOfThree,
    NotLowOfFour,
    Follow(u8),
}

/// UTF-8 as Cassandra checks it: more is let through than the standard has (surrogates, `c0 80`, numbers above 10ffff).
///
/// Reference: `UTF8Serializer.UTF8Validator`.
fn is_text(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let mut next = Next::Start;
    for &byte in bytes {
        let follows = byte & 0xc0 == 0x80;
        next = match (next, byte) {
            (Next::Start, 0..=0x7f) => Next::Start,
            (Next::Start, 0xc0) => Next::Zero,
            (Next::Start, 0xc2..=0xdf) => Next::Follow(1),
            (Next::Start, 0xe0) => Next::NotLowOfThree,
            (Next::Start, 0xe1..=0xef) => Next::Follow(2),
            (Next::Start, 0xf0) => Next::NotLowOfFour,
            (Next::Start, 0xf1..=0xf7) => Next::Follow(3),
            (Next::Zero, 0x80) => Next::Start,
            (Next::NotLowOfThree, _) if byte & 0xe0 != 0x80 => Next::Follow(1),
            (Next::NotLowOfFour, _) if byte & 0x30 != 0 => Next::Follow(2),
            (Next::Follow(1), _) if follows => Next::Start,
            (Next::Follow(left), _) if follows => Next::Follow(left - 1),
            _ => return false,
        };
    }
    matches!(next, Next::Start)
}

/// Reference: `ListSerializer.validate`, `SetSerializer.validate`, `MapSerializer.validate`.
fn elements(types: &[&MarshalType], bytes: &[u8], name: &'static str) -> Result<()> {
    let (count, mut parts) = match types.len() {
        1 => Nested::elements(bytes, name)?,
        _ => Nested::entries(bytes, name)?,
    };
    for _ in 0..count {
        for ty in types {
            match parts.nullable()? {
                Some(element) => validate_part(ty, element)?,
                None => return Err(ValueError::Null { ty: name }),
            }
        }
    }
    parts.end()
}

/// Fields may be null, and the last ones missing. Reference: `TupleSerializer.validate`.
fn fields<'t>(types: impl Iterator<Item = &'t MarshalType>, bytes: &[u8], name: &'static str) -> Result<()> {
    let mut parts = Nested::new(bytes, name);
    for ty in types {
        if parts.is_empty() {
            return Ok(());
        }
        if let Some(field) = parts.nullable()? {
            validate_part(ty, field)?;
        }
    }
    parts.end()
}

/// Walks over the elements of a vector, each of them checked.
///
/// Reference: `VectorType.split`.
pub(crate) fn vector_elements<'a>(
    element: &MarshalType,
    dimension: u32,
    bytes: &'a [u8],
    mut each: impl FnMut(usize, &'a [u8]) -> Result<()>,
) -> Result<()> {
    let mut parts = Nested::new(bytes, "vector");
    let fixed = element.fixed_len();
    if fixed == Some(0) && dimension > MAX_EMPTY_ELEMENTS {
        return Err(ValueError::OutOfRange { ty: "vector" });
    }
    for i in 0..dimension as usize {
        let item = parts.element(fixed)?;
        validate_part(element, item)?;
        each(i, item)?;
    }
    parts.end()
}

/// Reference: `AbstractCompositeType.validate`.
fn composite(types: Types<'_>, bytes: &[u8]) -> Result<()> {
    let mut components = Components::new(types, bytes);
    while let Some(component) = components.next()? {
        validate_part(&component.ty, component.value)?;
        if component.end()? != 0 && !components.is_empty() {
            return Err(ValueError::Trailing { ty: "composite", extra: 1 });
        }
    }
    Ok(())
}
