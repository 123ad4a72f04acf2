//! Values and keys as users spell them: the text that `sstabledump` prints, its JSON, or CQL.
//!
//! | type | text | JSON | CQL |
//! |---|---|---|---|
//! | text | `alice` | `"alice"` | `'alice'` |
//! | blob | `00ff` | `"0x00ff"` | `0x00ff` |
//! | timestamp | `2024-01-31T12:00:00.000Z` | `"2024-01-31 12:00:00.000Z"` | `'2024-01-31'` |
//! | tuple | `1:a\:b:@` | `[1, "a:b", null]` | `(1, 'a:b', null)` |
//! | user type | `1:a` | `{"n": 1, "t": "a"}` | `{n: 1, t: 'a'}` |
//! | list | the digits of its bytes | `[1, 2]` | `[1, 2]` |
//! | set | the digits of its bytes | `[1, 2]` | `{1, 2}` |
//! | map | the digits of its bytes | `{"1": "a"}` | `{1: 'a'}` |
//! | key of two columns | `1:alice` | `["1", "alice"]` | `(1, 'alice')` |
//!
//! Most texts can be meant in one way only. Where there are several, `'alice'` with its quotes or without, none is taken.

mod error;
mod example;
mod key;
mod literal;
mod part;
mod readings;
mod words;

use cqlite_runtime::marshal::{MarshalType, NativeType};

pub use error::SpellingError;
pub use key::{joined, key, key_parts};

use crate::nested::Nested;
use crate::{from_text, validate, ValueError};
use literal::Literal;
use readings::Readings;

type Result<T> = std::result::Result<T, SpellingError>;

/// Which spellings count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spelling {
    /// Any that can be meant in one way only.
    #[default]
    Any,
    /// Literals of CQL and JSON, where texts are in quotes: these are never ambiguous.
    Literal,
}

/// The bytes of a value.
///
/// # Errors
/// The text is no value of the type, or may be several.
pub fn value(ty: &MarshalType, text: &str, spelling: Spelling) -> Result<Vec<u8>> {
    let mut readings = Readings::new(ty);
    let literal = || Literal::new(text).all(ty);
    if spelling == Spelling::Literal {
        readings.add(literal()?);
    } else {
        let plain = plain(ty, text);
        if is_quoted(text) || text == "null" && !is_text(ty) {
            readings.add_if(literal());
        }
        match plain {
            // The colons of `(1, 'a')` are none.
            Ok(bytes) if readings.is_empty() || has_all_fields(ty, &bytes) => readings.add(bytes),
            _ => {}
        }
    }
    readings.one()
}

/// Whether a text may be a literal that is no plain text of a number.
fn is_quoted(text: &str) -> bool {
    text.starts_with(['\'', '"', '(', '[', '{']) || text.starts_with("0x")
}

fn is_text(ty: &MarshalType) -> bool {
    matches!(ty.unreversed(), MarshalType::Native(NativeType::Ascii | NativeType::Utf8))
}

/// The value that `sstabledump` prints so.
fn plain(ty: &MarshalType, text: &str) -> crate::Result<Vec<u8>> {
    match ty.unreversed() {
        MarshalType::Native(NativeType::Bytes) => digits(text),
        // Cassandra takes it for false; it prints no value so but one without bytes.
        MarshalType::Native(NativeType::Boolean) if text.is_empty() => Ok(Vec::new()),
        MarshalType::List { .. } | MarshalType::Set { .. } | MarshalType::Map { .. } | MarshalType::Vector { .. } => {
            let bytes = digits(text)?;
            validate(ty, &bytes).map(|()| bytes)
        }
        MarshalType::PartitionerDefinedOrder { key: Some(key), .. } => from_text(key, text),
        MarshalType::PartitionerDefinedOrder { key: None, .. } | MarshalType::Custom(_) => digits(text),
        other => printed(other, text),
    }
}

/// A value from its text, also where Cassandra prints one that it does not read.
fn printed(ty: &MarshalType, text: &str) -> crate::Result<Vec<u8>> {
    use NativeType as N;
    let readable = match ty {
        MarshalType::Native(N::Duration) if text.is_empty() => "0s",
        // 3.x answers years after 9999 without their sign.
        MarshalType::Native(N::SimpleDate) => {
            return from_text(ty, text).or_else(|_| from_text(ty, &format!("+{text}")))
        }
        MarshalType::Native(N::LegacyTimeUuid) => return from_text(&MarshalType::Native(N::Uuid), text),
        // A year after 9999.
        MarshalType::Native(N::Timestamp | N::Date) if text.ends_with('Z') => text.strip_prefix('+').unwrap_or(text),
        _ => text,
    };
    from_text(ty, readable)
}

/// Bytes as hexadecimal digits, with or without what a blob has in front of them.
fn digits(text: &str) -> crate::Result<Vec<u8>> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    crate::hex::read(digits).ok_or(ValueError::Text { ty: "hexadecimal digits" })
}

/// Whether none of a tuple's fields is missing.
fn has_all_fields(ty: &MarshalType, bytes: &[u8]) -> bool {
    let num_fields = match ty.unreversed() {
        MarshalType::Tuple(types) => types.len(),
        MarshalType::User(user) => user.fields.len(),
        _ => return true,
    };
    let mut parts = Nested::new(bytes, "tuple");
    (0..num_fields).all(|_| parts.nullable().is_ok())
}

#[cfg(test)]
mod tests;
