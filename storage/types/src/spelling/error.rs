use std::fmt;

use cqlite_runtime::marshal::MarshalType;

use super::example;
use crate::literal;

/// Why a text is no value, or no key: each says what is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SpellingError {
    /// No spelling of a value of the type.
    Value {
        /// The type, as CQL calls it.
        ty: String,
        /// A value of the type.
        example: String,
    },
    /// It may mean several values.
    Ambiguous {
        /// Two of them, as CQL writes them.
        meanings: [String; 2],
    },
    /// A key with more or fewer parts than columns.
    Parts {
        /// How many there are.
        found: usize,
        /// How many columns the key has.
        wanted: usize,
        /// A key of such columns.
        example: String,
    },
}

impl SpellingError {
    pub(super) fn value(ty: &MarshalType) -> Self {
        SpellingError::Value { ty: ty.unreversed().cql_name(), example: example::plain(ty) }
    }

    pub(super) fn ambiguous(ty: &MarshalType, a: &[u8], b: &[u8]) -> Self {
        SpellingError::Ambiguous { meanings: [a, b].map(|bytes| meaning(ty, bytes)) }
    }

    pub(super) fn parts(types: &[MarshalType], found: usize) -> Self {
        SpellingError::Parts { found, wanted: types.len(), example: example::key(types) }
    }
}

/// A value as CQL writes it, of a key the columns in parentheses.
fn meaning(ty: &MarshalType, bytes: &[u8]) -> String {
    let mut out = Vec::new();
    let written = match ty.unreversed() {
        MarshalType::Composite(types) => {
            out.push(b'(');
            let mut parts = types.iter().zip(crate::key_components(ty, bytes)).enumerate();
            let written = parts.try_for_each(|(i, (ty, part))| {
                out.extend_from_slice(if i > 0 { b", " } else { b"" });
                literal::write(ty, part?, &mut out)
            });
            out.push(b')');
            written
        }
        other => literal::write(other, bytes, &mut out),
    };
    match (written, String::from_utf8(out)) {
        (Ok(()), Ok(text)) => text,
        _ => format!("0x{}", crate::hex::text(bytes)),
    }
}

impl fmt::Display for SpellingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { ty, example } => write!(f, "it is no value of type {ty}, such as {example}"),
            Self::Ambiguous { meanings: [a, b] } => write!(f, "it may mean {a} as well as {b}"),
            Self::Parts { found, wanted, example } => {
                let noun = if *found == 1 { "part" } else { "parts" };
                write!(
                    f,
                    "{found} {noun} for the {wanted} columns of the key, which have colons between them and \\: for \
                           colons of their own, such as {example}"
                )
            }
        }
    }
}

impl std::error::Error for SpellingError {}
