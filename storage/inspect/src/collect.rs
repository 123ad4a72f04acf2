use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Site, Value};

use crate::error::Walked;
use crate::fields::{Field, Fields, Halt, Level};

/// Fields that are kept, to be passed on in another order. For small components only.
#[derive(Default)]
pub(crate) struct Collected {
    fields: Vec<Kept>,
}

struct Kept {
    path: String,
    offset: u64,
    len: u64,
    value: KeptValue,
    site: &'static Site,
    levels: Vec<Level>,
}

enum KeptValue {
    Plain(Value<'static>),
    Type(CqlType),
    /// The value is the bytes.
    Bytes,
}

impl Collected {
    /// Orders them by the line of the outermost field: as the specification declares them.
    pub(crate) fn sort_as_declared(&mut self) {
        self.fields.sort_by_key(|kept| kept.levels.first().map_or(kept.site, |level| level.site).line);
    }

    /// Orders them by offset.
    pub(crate) fn sort_by_offset(&mut self) {
        self.fields.sort_by_key(|kept| kept.offset);
    }

    /// Passes them on. `data` is the whole component.
    pub(crate) fn pass_on(&self, data: &[u8], sink: &mut dyn Fields) -> Walked {
        for kept in &self.fields {
            let bytes = slice(data, kept.offset, kept.len);
            let value = match &kept.value {
                KeptValue::Plain(value) => value.clone(),
                KeptValue::Type(ty) => Value::Type(ty),
                KeptValue::Bytes => Value::Bytes(bytes),
            };
            let (offset, len, site) = (kept.offset, kept.len, Some(kept.site));
            sink.field(&Field {
                path: &kept.path,
                offset,
                len,
                value: Some(&value),
                bytes,
                site,
                levels: &kept.levels,
                wrong: None,
            })?;
        }
        Ok(())
    }
}

/// A range of a component; empty if it is not there.
pub(crate) fn slice(data: &[u8], offset: u64, len: u64) -> &[u8] {
    let from = usize::try_from(offset).unwrap_or(usize::MAX);
    let to = from.saturating_add(usize::try_from(len).unwrap_or(usize::MAX));
    data.get(from..to).unwrap_or_default()
}

impl Fields for Collected {
    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        let (Some(value), Some(site)) = (field.value, field.site) else { return Ok(()) };
        let value = match value {
            Value::Bytes(_) => KeptValue::Bytes,
            Value::Type(ty) => KeptValue::Type((*ty).clone()),
            Value::Text(text) => KeptValue::Plain(Value::Text(text.to_string().into())),
            Value::Unsigned(n) => KeptValue::Plain(Value::Unsigned(*n)),
            Value::Signed(n) => KeptValue::Plain(Value::Signed(*n)),
            Value::Double(n) => KeptValue::Plain(Value::Double(*n)),
            Value::Float(n) => KeptValue::Plain(Value::Float(*n)),
            Value::Bool(b) => KeptValue::Plain(Value::Bool(*b)),
            Value::Enum(id) => KeptValue::Plain(Value::Enum(id)),
            Value::Numbers(all) => KeptValue::Plain(Value::Numbers(all.clone())),
        };
        let levels = field.levels.to_vec();
        self.fields.push(Kept {
            path: field.path.to_owned(),
            offset: field.offset,
            len: field.len,
            value,
            site,
            levels,
        });
        Ok(())
    }
}
