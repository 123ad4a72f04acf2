use cqlite_format::composite::ComponentRef;
use cqlite_format::dynamic_composite::{ComponentBodyRef, ComponentLabelRef};
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::Reader;
use cqlite_types::skip_static_mark;

use super::element::Whole;
use super::sequence::{component, escaped, terminate, Written};
use super::value::encode_value;
use super::{EncodeError, EncodingVersion};

const PACKAGE: &str = "org.apache.cassandra.db.marshal.";

/// Values with end-of-component bytes. Reference: `CompositeType`.
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
    let whole = Whole::new(ty, value);
    let mut rest = whole.reader();
    let is_static = skip_static_mark(&mut rest);
    component(out, |_| Ok(!is_static))?;
    let mut types = types.iter();
    while !rest.at_end() {
        let ty = types.next().ok_or_else(|| whole.malformed(rest.offset()))?;
        let part = ComponentRef::read(&mut rest, false).map_err(|e| whole.error(e))?;
        component(out, |out| encode_value(ty, part.val.unwrap_or_default(), version, out))?;
        end_of_component(&whole, &rest, part.end_of_component, out, false)?;
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
    let whole = Whole::new(ty, value);
    let mut rest = whole.reader();
    component(out, |_| Ok(true))?;
    while !rest.at_end() {
        let label = ComponentLabelRef::read(&mut rest).map_err(|e| whole.error(e))?;
        let unknown = || whole.malformed(rest.offset());
        let parsed;
        let part = if let Some(name) = label.name {
            let name = std::str::from_utf8(name).ok();
            parsed = name.and_then(|name| MarshalType::parse(name).ok()).ok_or_else(unknown)?;
            &parsed
        } else {
            let alias = aliases.iter().find(|(alias, _)| i64::from(*alias) == label.alias);
            alias.map(|(_, ty)| ty).ok_or_else(unknown)?
        };
        class_names(part, version, out)?;
        let body = ComponentBodyRef::read(&mut rest).map_err(|e| whole.error(e))?;
        component(out, |out| encode_value(part, body.val, version, out))?;
        end_of_component(&whole, &rest, body.end_of_component, out, version.is_legacy())?;
    }
    terminate(out, version, None);
    Ok(true)
}

/// -1, 0 or 1; anything but 0 only after the last component. Compared as a signed byte, but for one legacy form.
fn end_of_component(
    whole: &Whole<'_>,
    rest: &Reader<'_>,
    stored: Option<i8>,
    out: &mut Vec<u8>,
    is_plain: bool,
) -> Result<(), EncodeError> {
    let malformed = || whole.malformed(rest.offset());
    let eoc = stored.ok_or_else(malformed)?;
    if (eoc != 0 && !rest.at_end()) || (is_plain && eoc < 0) {
        return Err(malformed());
    }
    component(out, |out| {
        out.push(if is_plain { eoc as u8 } else { eoc as u8 ^ 0x80 });
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
