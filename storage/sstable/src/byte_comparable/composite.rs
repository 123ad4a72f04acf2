use cqlite_runtime::marshal::MarshalType;

use super::element::Elements;
use super::sequence::{component, escaped, terminate, Written};
use super::value::encode_value;
use super::{EncodeError, EncodingVersion};

/// Begins a composite that holds static columns.
const STATIC_MARKER: u16 = 0xffff;
const PACKAGE: &str = "org.apache.cassandra.db.marshal.";

/// Components behind their length as a u2 and before an end-of-component byte. Reference: `CompositeType`.
pub(super) fn composite(
    ty: &MarshalType,
    types: &[MarshalType],
    value: &[u8],
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Written {
    if value.is_empty() {
        return Ok(false);
    }
    let mut elements = Elements::new(ty, value);
    let is_static = value.starts_with(&STATIC_MARKER.to_be_bytes());
    if is_static {
        let _ = elements.u16()?;
    }
    component(out, |_| Ok(!is_static))?;
    let mut types = types.iter();
    while !elements.is_at_end() {
        let ty = types.next().ok_or_else(|| elements.malformed())?;
        let len = elements.u16()?;
        let bytes = elements.bytes(usize::from(len))?;
        component(out, |out| encode_value(ty, bytes, version, out))?;
        end_of_component(&mut elements, out, false)?;
    }
    terminate(out, version, None);
    Ok(true)
}

/// The same with the type of each component, by alias or by name. Reference: `DynamicCompositeType`.
pub(super) fn dynamic_composite(
    ty: &MarshalType,
    aliases: &[(u8, MarshalType)],
    value: &[u8],
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Written {
    let mut elements = Elements::new(ty, value);
    component(out, |_| Ok(true))?;
    while !elements.is_at_end() {
        let header = elements.u16()?;
        let parsed;
        let part = if header & 0x8000 == 0 {
            let name = std::str::from_utf8(elements.bytes(usize::from(header))?).ok();
            parsed = name.and_then(|name| MarshalType::parse(name).ok()).ok_or_else(|| elements.malformed())?;
            &parsed
        } else {
            let alias = aliases.iter().find(|(alias, _)| u16::from(*alias) == header & 0xff);
            alias.map(|(_, ty)| ty).ok_or_else(|| elements.malformed())?
        };
        class_names(part, version, out)?;
        let len = elements.u16()?;
        let bytes = elements.bytes(usize::from(len))?;
        component(out, |out| encode_value(part, bytes, version, out))?;
        end_of_component(&mut elements, out, version.is_legacy())?;
    }
    terminate(out, version, None);
    Ok(true)
}

/// -1, 0 or 1; anything but 0 only behind the last component. Compared as a signed byte, but for one legacy form.
fn end_of_component(elements: &mut Elements<'_>, out: &mut Vec<u8>, is_plain: bool) -> Result<(), EncodeError> {
    let eoc = elements.u8()?;
    if (eoc != 0 && !elements.is_at_end()) || (is_plain && eoc >= 0x80) {
        return Err(elements.malformed());
    }
    component(out, |out| {
        out.push(if is_plain { eoc } else { eoc ^ 0x80 });
        Ok(true)
    })
}

/// Components of different types sort by the names of their classes.
fn class_names(ty: &MarshalType, version: EncodingVersion, out: &mut Vec<u8>) -> Result<(), EncodeError> {
    let mut text = |name: &str| {
        component(out, |out| {
            escaped(out, name.as_bytes(), version);
            Ok(true)
        })
    };
    let simple = match ty {
        MarshalType::Native(native) => native.simple_name(),
        MarshalType::Reversed(_) if version.is_legacy() => "ReversedType",
        MarshalType::Reversed(base) => match base.as_ref() {
            MarshalType::Native(native) => {
                text("ReversedType")?;
                native.simple_name()
            }
            _ => return Err(EncodeError::UnsupportedType { ty: ty.cql_name() }),
        },
        _ => return Err(EncodeError::UnsupportedType { ty: ty.cql_name() }),
    };
    text(simple)?;
    text(&format!("{PACKAGE}{simple}"))
}
