//! `mask_default`, `mask_inner`, `mask_outer`, `mask_hash`.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};

use crate::{QueryError, Result};

/// What stands for any value of a type (`AbstractType.getMaskedValue`).
pub(super) fn default(ty: &MarshalType) -> Result<Vec<u8>> {
    use NativeType as N;
    let empty = |ty: &MarshalType| cqlite_types::packed(ty, std::iter::empty()).map_err(super::error::malformed);
    Ok(match ty.unreversed() {
        MarshalType::Native(native) => match native {
            N::Ascii | N::Utf8 => b"****".to_vec(),
            N::Boolean | N::Byte | N::Integer => vec![0],
            N::Short => vec![0; 2],
            N::Int32 | N::Float | N::InetAddress => vec![0; 4],
            N::Long | N::CounterColumn | N::Double | N::Timestamp | N::Date | N::Time => vec![0; 8],
            N::SimpleDate => vec![0x80, 0, 0, 0],
            N::Decimal => vec![0; 5],
            N::Duration => vec![0; 3],
            N::TimeUuid | N::LegacyTimeUuid => super::time::min_time_uuid(0).to_vec(),
            N::Uuid | N::LexicalUuid => vec![0; 16],
            _ => Vec::new(),
        },
        MarshalType::List { .. } | MarshalType::Set { .. } | MarshalType::Map { .. } => empty(ty)?,
        MarshalType::Tuple(_) | MarshalType::User(_) => {
            let fields = ty.unreversed().sub_types().into_iter().map(default).collect::<Result<Vec<_>>>()?;
            let fields = fields.iter().map(|field| Some(field.as_slice()));
            cqlite_types::packed(ty, fields).map_err(super::error::malformed)?
        }
        MarshalType::Vector { element, dimension } => {
            let part = default(element)?;
            let parts = std::iter::repeat_n(Some(part.as_slice()), *dimension as usize);
            cqlite_types::packed(ty, parts).map_err(super::error::malformed)?
        }
        other => {
            return Err(super::error::thrown(
                "java.lang.UnsupportedOperationException",
                format_args!("There isn't a defined masked value for type {}", other.cql_name()),
            ));
        }
    })
}

/// The text with its inner or its outer letters covered. Letters are Java's, of which some need two.
pub(super) fn partial(value: &str, inner: bool, begin: i32, end: i32, padding: u16) -> String {
    let letters: Vec<u16> = value.encode_utf16().collect();
    let last = (letters.len() as i32).wrapping_sub(1).wrapping_sub(end);
    let covered = letters.iter().zip(0i32..).map(|(letter, at)| {
        let is_inner = at >= begin && at <= last;
        if is_inner == inner {
            padding
        } else {
            *letter
        }
    });
    // Of a letter of two parts one may be left: Java writes a question mark for it.
    char::decode_utf16(covered).map(|letter| letter.unwrap_or('?')).collect()
}

/// The one letter that covers others.
pub(super) fn padding(function: &str, text: &str) -> Result<u16> {
    let mut letters = text.encode_utf16();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(letter),
        _ => Err(QueryError::invalid(format!(
            "The padding argument for function system.{function} should be single-character, but '{text}' has {} characters.",
            text.encode_utf16().count()
        ))),
    }
}

/// The digest of bytes, by the name that Java has for it.
pub(super) fn hash(algorithm: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    fn of<D: Digest>(bytes: &[u8]) -> Vec<u8> {
        D::digest(bytes).to_vec()
    }
    Ok(match algorithm.to_ascii_uppercase().as_str() {
        "MD5" => of::<Md5>(bytes),
        "SHA" | "SHA-1" | "SHA1" => of::<Sha1>(bytes),
        "SHA-224" | "SHA224" => of::<Sha224>(bytes),
        "SHA-256" | "SHA256" => of::<Sha256>(bytes),
        "SHA-384" | "SHA384" => of::<Sha384>(bytes),
        "SHA-512" | "SHA512" => of::<Sha512>(bytes),
        "SHA-512/224" | "SHA512/224" => of::<Sha512_224>(bytes),
        "SHA-512/256" | "SHA512/256" => of::<Sha512_256>(bytes),
        "SHA3-224" => of::<Sha3_224>(bytes),
        "SHA3-256" => of::<Sha3_256>(bytes),
        "SHA3-384" => of::<Sha3_384>(bytes),
        "SHA3-512" => of::<Sha3_512>(bytes),
        _ => return Err(QueryError::invalid(format!("Hash algorithm not found: {algorithm}"))),
    })
}
