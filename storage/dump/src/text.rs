//! Appending short texts fast.
//!
//! A copy of a known length is a few instructions, one of an unknown length a call. Short texts are therefore copied with what
//! happens to stand after them, which is cut off again.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::json::put_plain;
use cqlite_types::words::{put_part, put_signed};
use cqlite_types::{hex, uuid};

/// A text that is copied often.
pub(crate) struct Piece {
    head: [u8; Piece::SHORT],
    len: usize,
    /// All of it, if it is longer.
    whole: Box<[u8]>,
}

impl Piece {
    const SHORT: usize = 64;

    pub(crate) fn new(text: &[u8]) -> Self {
        let mut head = [0; Self::SHORT];
        let whole = match head.get_mut(..text.len()) {
            Some(head) => {
                head.copy_from_slice(text);
                Box::default()
            }
            None => text.into(),
        };
        Piece { head, len: text.len(), whole }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.head.get(..self.len).unwrap_or(&self.whole)
    }

    /// Appends it.
    #[inline(always)]
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        if self.len <= Self::SHORT {
            put_part(&self.head, self.len, out);
        } else {
            out.extend_from_slice(&self.whole);
        }
    }
}

/// A type whose values are written without a detour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fast {
    Text,
    Int,
    Long,
    Uuid,
    TimeUuid,
    /// Only as a value: a path has it without `0x`.
    Blob,
    /// The text is empty whatever the bytes are.
    Empty,
    Other,
}

impl Fast {
    pub(crate) fn of(ty: &MarshalType) -> Self {
        match ty.unreversed() {
            MarshalType::Native(NativeType::Utf8 | NativeType::Ascii) => Fast::Text,
            MarshalType::Native(NativeType::Int32) => Fast::Int,
            MarshalType::Native(NativeType::Long) => Fast::Long,
            MarshalType::Native(NativeType::Uuid) => Fast::Uuid,
            MarshalType::Native(NativeType::TimeUuid) => Fast::TimeUuid,
            MarshalType::Native(NativeType::Bytes) => Fast::Blob,
            MarshalType::Native(NativeType::Empty) => Fast::Empty,
            _ => Fast::Other,
        }
    }

    /// The same for the text of paths and keys (`getString`).
    pub(crate) fn of_text(ty: &MarshalType) -> Self {
        match Self::of(ty) {
            Fast::Blob => Fast::Other,
            fast => fast,
        }
    }

    /// Appends the text of a value, as it stands in a JSON string, if it is one of the usual ones; else does nothing.
    #[inline(always)]
    pub(crate) fn put(self, bytes: &[u8], out: &mut Vec<u8>) -> bool {
        match self {
            Fast::Text => put_plain(bytes, out),
            Fast::Int => match <[u8; 4]>::try_from(bytes) {
                Ok(bytes) => {
                    put_signed(i64::from(i32::from_be_bytes(bytes)), out);
                    true
                }
                Err(_) => false,
            },
            Fast::Long => match <[u8; 8]>::try_from(bytes) {
                Ok(bytes) => {
                    put_signed(i64::from_be_bytes(bytes), out);
                    true
                }
                Err(_) => false,
            },
            Fast::Uuid | Fast::TimeUuid => match <[u8; 16]>::try_from(bytes) {
                Ok(bytes) if self == Fast::Uuid || bytes[6] >> 4 == 1 => {
                    uuid::put(bytes, out);
                    true
                }
                _ => false,
            },
            Fast::Blob => {
                out.extend_from_slice(b"0x");
                hex::put(bytes, out);
                true
            }
            Fast::Empty => true,
            Fast::Other => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Piece;

    #[test]
    fn pieces_of_any_length_are_whole() {
        for len in [0, 1, 63, 64, 65, 200] {
            let text = vec![b'x'; len];
            let mut out = b"=".to_vec();
            Piece::new(&text).put(&mut out);
            assert_eq!(out[1..], text);
        }
    }
}
