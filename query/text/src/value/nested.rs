//! Values of other values.

use cqlite_runtime::marshal::{MarshalType, NativeType, UserType};
use cqlite_types::{parts, text, ValueError};

use crate::color::Color;

use super::order::{sort, Part};
use super::Writer;

type Result<T> = std::result::Result<T, ValueError>;

impl Writer<'_> {
    /// Appends the value of a column.
    pub(crate) fn value(&mut self, ty: &MarshalType, bytes: &[u8]) -> Result<()> {
        self.precision = match ty.unreversed() {
            MarshalType::Native(NativeType::Double) => self.style.double_precision,
            _ => self.style.float_precision,
        };
        self.part(ty, bytes, false)
    }

    fn part(&mut self, ty: &MarshalType, bytes: &[u8], quoted: bool) -> Result<()> {
        let ty = ty.unreversed();
        if is_empty_value(ty, bytes) {
            self.put(Color::Text, "");
            return Ok(());
        }
        match ty {
            MarshalType::Native(native) => self.native(*native, bytes, quoted),
            MarshalType::Reversed(base) => self.part(base, bytes, quoted),
            MarshalType::List { element, .. } | MarshalType::Vector { element, .. } => {
                self.elements(element, &parts(ty, bytes)?, "[", "]")
            }
            MarshalType::Set { element, .. } => {
                let mut elements = parts(ty, bytes)?;
                sort(element, &mut elements, |element| *element);
                self.elements(element, &elements, "{", "}")
            }
            MarshalType::Tuple(types) => self.tuple(types, &parts(ty, bytes)?),
            MarshalType::Map { key, value, .. } => self.map(key, value, &parts(ty, bytes)?),
            MarshalType::User(user) => self.user(user, &parts(ty, bytes)?),
            MarshalType::Custom(_) => self.paint(Color::Scalar, |to| {
                let start = to.out.len();
                if text::write(ty, bytes, to.out).is_err() {
                    to.out.truncate(start);
                    to.out.extend_from_slice(b"0x");
                    cqlite_types::hex::put(bytes, to.out);
                }
                Ok(())
            }),
            MarshalType::Composite(_)
            | MarshalType::DynamicComposite(_)
            | MarshalType::PartitionerDefinedOrder { .. } => {
                self.blob(bytes);
                Ok(())
            }
        }
    }

    /// Reference: `format_simple_collection`.
    fn elements(&mut self, ty: &MarshalType, elements: &[Part<'_>], open: &str, close: &str) -> Result<()> {
        self.put(Color::Collection, open);
        for (i, element) in elements.iter().enumerate() {
            self.separate(i);
            self.element(ty, *element)?;
        }
        self.close(elements.len(), close);
        Ok(())
    }

    fn tuple(&mut self, types: &[MarshalType], fields: &[Part<'_>]) -> Result<()> {
        self.put(Color::Collection, "(");
        for (i, ty) in types.iter().enumerate() {
            self.separate(i);
            self.element(ty, fields.get(i).copied().flatten())?;
        }
        self.close(types.len(), ")");
        Ok(())
    }

    /// Reference: `format_value_map`.
    fn map(&mut self, key: &MarshalType, value: &MarshalType, parts: &[Part<'_>]) -> Result<()> {
        let values = parts.iter().skip(1).step_by(2);
        let mut entries: Vec<_> = parts.iter().step_by(2).copied().zip(values.copied()).collect();
        sort(key, &mut entries, |entry| entry.0);
        self.put(Color::Collection, "{");
        for (i, (k, v)) in entries.iter().enumerate() {
            self.separate(i);
            self.element(key, *k)?;
            self.put(Color::Collection, ": ");
            self.element(value, *v)?;
        }
        self.close(entries.len(), "}");
        Ok(())
    }

    /// Reference: `format_value_utype`.
    fn user(&mut self, user: &UserType, fields: &[Part<'_>]) -> Result<()> {
        self.put(Color::Collection, "{");
        for (i, field) in user.fields.iter().enumerate() {
            self.separate(i);
            self.text(&field.name, false);
            self.put(Color::Collection, ": ");
            match fields.get(i).copied().flatten() {
                Some(bytes) => self.part(&field.ty, bytes, true)?,
                None => {
                    let style = self.style;
                    self.null(&style.null);
                }
            }
        }
        self.close(user.fields.len(), "}");
        Ok(())
    }

    /// A value in a collection or tuple; Python's null if there is none.
    fn element(&mut self, ty: &MarshalType, bytes: Part<'_>) -> Result<()> {
        let Some(bytes) = bytes else {
            let is_quoted = matches!(
                ty.unreversed(),
                MarshalType::Native(NativeType::Timestamp | NativeType::Date | NativeType::InetAddress)
            );
            self.put(Color::Scalar, if is_quoted { "'None'" } else { "None" });
            return Ok(());
        };
        self.part(ty, bytes, true)
    }

    fn separate(&mut self, i: usize) {
        if i > 0 {
            self.put(Color::Collection, ", ");
        }
    }

    fn close(&mut self, length: usize, bracket: &str) {
        self.put(Color::Collection, bracket);
        if length == 0 {
            self.uncounted += 2;
        }
    }
}

/// Whether no bytes are a value that has no text; to cqlsh it is `EMPTY`.
pub(crate) fn is_empty_value(ty: &MarshalType, bytes: &[u8]) -> bool {
    use NativeType as N;
    bytes.is_empty() && !matches!(ty.unreversed(), MarshalType::Native(N::Utf8 | N::Ascii | N::Bytes))
}
