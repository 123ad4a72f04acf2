use cqlite_runtime::marshal::MarshalType;

use super::sequence::{component, escaped, terminate, Written, GT_NEXT_COMPONENT, LT_NEXT_COMPONENT};
use super::value::encode_value;
use super::{number, EncodeError, EncodingVersion};
use cqlite_schema::partitioner::Token;

/// Which side of a position a bound is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyBound {
    /// Before the position and everything that begins like it.
    Before,
    /// Behind it.
    After,
}

impl KeyBound {
    fn terminator(self) -> u8 {
        match self {
            KeyBound::Before => LT_NEXT_COMPONENT,
            KeyBound::After => GT_NEXT_COMPONENT,
        }
    }
}

/// Appends the form of a token; `false` where it is null, which only a local partitioner's can be.
///
/// `key_type` is the type of the partition key; only tokens of a local partitioner need it.
///
/// # Errors
/// [`EncodeError::KeyTypeNeeded`]; for local tokens those of [`encode_value`].
///
/// Reference: `Token.asComparableBytes`.
pub fn encode_token(
    token: &Token,
    key_type: Option<&MarshalType>,
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Written {
    match token {
        Token::Murmur3(n) | Token::ReversedLong(n) => number::signed(out, &n.to_be_bytes()),
        Token::Random(None) => number::integer(out, &[0xff], version),
        // Seventeen bytes hold the sign; leading zeros are skipped.
        Token::Random(Some(n)) => number::integer(out, &[&[0][..], &n.to_be_bytes()].concat(), version),
        Token::Bytes(bytes) => escaped(out, bytes, version),
        Token::Text(text) => escaped(out, text.as_bytes(), version),
        Token::Local(bytes) => {
            return encode_value(key_type.ok_or(EncodeError::KeyTypeNeeded)?, bytes, version, out);
        }
    }
    Ok(true)
}

/// Appends the form of a partition key: what `Partitions.db` is ordered by.
///
/// # Errors
/// As [`encode_token`].
///
/// Reference: `DecoratedKey.asComparableBytes`.
pub fn encode_decorated_key(
    token: &Token,
    key: &[u8],
    key_type: Option<&MarshalType>,
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    token_and_key(token, key, key_type, version, out)?;
    terminate(out, version, None);
    Ok(())
}

/// Appends a bound just before or after a partition key. The legacy form has no such bounds; those of its tokens are
/// [`encode_token_bound`].
///
/// # Errors
/// As [`encode_token`].
///
/// Reference: `DecoratedKey.asComparableBound`.
pub fn encode_key_bound(
    token: &Token,
    key: &[u8],
    key_type: Option<&MarshalType>,
    bound: KeyBound,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    token_and_key(token, key, key_type, EncodingVersion::Oss50, out)?;
    out.push(bound.terminator());
    Ok(())
}

/// Appends a bound before or after all keys of a token.
///
/// # Errors
/// As [`encode_token`].
///
/// Reference: `Token.minKeyBound`, `Token.maxKeyBound`, `Token.KeyBound.asComparableBytes`.
pub fn encode_token_bound(
    token: &Token,
    key_type: Option<&MarshalType>,
    bound: KeyBound,
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    component(out, |out| encode_token(token, key_type, version, out))?;
    // The minimum token has no keys: both its bounds are the same.
    let bound = if token.is_minimum() { KeyBound::Before } else { bound };
    out.push(bound.terminator());
    Ok(())
}

fn token_and_key(
    token: &Token,
    key: &[u8],
    key_type: Option<&MarshalType>,
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    component(out, |out| encode_token(token, key_type, version, out))?;
    component(out, |out| {
        escaped(out, key, version);
        Ok(true)
    })
}
