//! Partition keys and paths as JSON strings.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::{json, key_components, text, ValueError};

use crate::layout::Layout;
use crate::text::Fast;

type Result = std::result::Result<(), ValueError>;

/// Writes keys.
pub(crate) struct Keys {
    /// Types of the parts.
    types: Vec<(MarshalType, Fast)>,
    key_type: MarshalType,
    plain: Vec<u8>,
}

impl Keys {
    pub(crate) fn new(key: &MarshalType) -> Self {
        let types = match key {
            MarshalType::Composite(types) => types.clone(),
            other => vec![other.clone()],
        };
        let types = types.into_iter().map(|ty| (ty.clone(), Fast::of_text(&ty))).collect();
        Keys { types, key_type: key.clone(), plain: Vec::new() }
    }

    /// Appends the text of a value as it stands in a JSON string, without the quotes.
    #[inline]
    pub(crate) fn write_escaped(&mut self, ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> Result {
        if is_plain(ty) {
            return text::write(ty, bytes, out);
        }
        self.plain.clear();
        text::write(ty, bytes, &mut self.plain)?;
        json::write_escaped(&String::from_utf8_lossy(&self.plain), out);
        Ok(())
    }

    /// Appends the parts of a key, in quotes.
    ///
    /// Reference: `JsonTransformer.serializePartitionKey`.
    pub(crate) fn write_parts<L: Layout>(&mut self, key: &[u8], out: &mut Vec<u8>) -> Result {
        let types = std::mem::take(&mut self.types);
        let mut parts = types.iter().zip(key_components(&self.key_type, key));
        let mut separator = L::FIRST_PART;
        let written = parts.try_for_each(|((ty, fast), value)| {
            self.part(std::mem::replace(&mut separator, L::PART), ty, *fast, value?, out)
        });
        drop(parts);
        self.types = types;
        written
    }

    fn part(&mut self, separator: &str, ty: &MarshalType, fast: Fast, value: &[u8], out: &mut Vec<u8>) -> Result {
        out.extend_from_slice(separator.as_bytes());
        out.push(b'"');
        if !fast.put(value, out) {
            self.write_escaped(ty, value, out)?;
        }
        out.push(b'"');
        Ok(())
    }
}

/// Whether no text of the type has a character that JSON escapes.
fn is_plain(ty: &MarshalType) -> bool {
    match ty {
        MarshalType::Native(native) => !matches!(native, NativeType::Utf8 | NativeType::Ascii),
        MarshalType::List { .. } | MarshalType::Set { .. } | MarshalType::Map { .. } | MarshalType::Vector { .. } => {
            true
        }
        MarshalType::Reversed(base) => is_plain(base),
        _ => false,
    }
}
