//! Counters as Cassandra reads them.

use std::borrow::Cow;

use cqlite_types::ValueError;

/// The context without its local shards, if it is marked so that they are to be cleared.
///
/// Reference: `CounterContext.shouldClearLocal`, `CounterContext.clearAllLocal`.
pub(crate) fn cleared(context: &[u8]) -> Result<Cow<'_, [u8]>, ValueError> {
    let truncated = ValueError::Truncated { ty: "counter" };
    let Some((count, rest)) = context.split_first_chunk::<2>() else { return Err(truncated) };
    let count = i16::from_be_bytes(*count);
    if count >= 0 {
        return Ok(context.into());
    }
    let elements = usize::from(count.unsigned_abs());
    let Some((header, shards)) = rest.split_at_checked(2 * elements) else { return Err(truncated) };
    // Elements of global shards are negative.
    let global: Vec<&[u8]> = header.chunks_exact(2).filter(|element| element[0] & 0x80 != 0).collect();
    if global.len() == elements {
        return Ok(context.into());
    }
    let count = (global.len() as u16).to_be_bytes();
    Ok([&count, &*global.concat(), shards].concat().into())
}
