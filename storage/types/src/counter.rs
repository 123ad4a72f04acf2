//! Counter contexts: the shards that a counter cell holds.
//!
//! ```text
//! s2 n                      n < 0: local shards are to be cleared; the number is meant without its sign
//! s2 index * |n|            of each local shard; of each global shard its index - 32768
//! (16 bytes id, s8 clock, s8 count) * number of shards
//! ```
//!
//! Shards without an entry in the header are remote. Reference: `CounterContext`.

use std::borrow::Cow;

use crate::bytes::head;
use crate::{Result, ValueError};

const TYPE: &str = "counter";

/// Bytes of a shard.
const SHARD: usize = 32;

/// Who may increment a shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShardKind {
    /// Written since 2.1: the newest clock wins.
    Global,
    /// Before 2.1, written by the node that holds it: counts add up.
    Local,
    /// Before 2.1, a copy of somebody else's.
    Remote,
}

/// A node's part of a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Counter id of the node.
    pub id: [u8; 16],
    /// Logical clock: number of increments, or a time in old shards.
    pub clock: i64,
    /// The part's value.
    pub count: i64,
    /// Who may increment it.
    pub kind: ShardKind,
}

/// Value of the counter: the sum of its shards, wrapping at 64 bits.
///
/// A context that ends inside its header has no shards for Cassandra, so its value is 0; [`validate`] tells.
///
/// # Errors
/// [`ValueError`] for a context that ends inside a shard.
///
/// Reference: `CounterContext.total`.
pub fn total(context: &[u8]) -> Result<i64> {
    let body = context.get(header_len(context)?..).unwrap_or_default();
    body.chunks(SHARD).try_fold(0i64, |sum, shard| Ok(sum.wrapping_add(read(shard)?.2)))
}

/// The shards in stored order, which is that of their ids.
///
/// # Errors
/// [`ValueError`] for a context that is cut short.
///
/// Reference: `CounterContext.ContextState`.
pub fn shards(context: &[u8]) -> Result<Vec<Shard>> {
    let Some((header, body)) = context.split_at_checked(header_len(context)?) else {
        return Err(ValueError::Truncated { ty: TYPE });
    };
    let mut header = &header[2..];
    let mut shards = Vec::with_capacity(body.len() / SHARD);
    for (index, shard) in body.chunks(SHARD).enumerate() {
        let (id, clock, count) = read(shard)?;
        let mut kind = ShardKind::Remote;
        if let Some((first, rest)) = header.split_first_chunk::<2>() {
            let element = i64::from(i16::from_be_bytes(*first));
            if element == index as i64 {
                kind = ShardKind::Local;
            } else if element + 32_768 == index as i64 {
                kind = ShardKind::Global;
            }
            if kind != ShardKind::Remote {
                header = rest;
            }
        }
        shards.push(Shard { id, clock, count, kind });
    }
    Ok(shards)
}

/// The context without its local shards, if it is marked so that they are to be cleared: as Cassandra reads it.
///
/// # Errors
/// [`ValueError`] for a context that is so marked and cut short within its header.
///
/// Reference: `CounterContext.shouldClearLocal`, `CounterContext.clearAllLocal`.
pub fn cleared(context: &[u8]) -> Result<Cow<'_, [u8]>> {
    let len = header_len(context)?;
    if i16::from_be_bytes(head(context, TYPE)?) >= 0 {
        return Ok(context.into());
    }
    let Some((header, body)) = context.split_at_checked(len) else {
        return Err(ValueError::Truncated { ty: TYPE });
    };
    // Elements of global shards are negative.
    let elements = header[2..].chunks_exact(2);
    let global: Vec<&[u8]> = elements.clone().filter(|element| element[0] & 0x80 != 0).collect();
    if global.len() == elements.len() {
        return Ok(context.into());
    }
    let count = (global.len() as u16).to_be_bytes();
    Ok([&count, &*global.concat(), body].concat().into())
}

/// Length in bytes of the header that the first two bytes promise.
fn header_len(context: &[u8]) -> Result<usize> {
    let count = i16::from_be_bytes(head(context, TYPE)?);
    Ok(2 + 2 * usize::from(count.unsigned_abs()))
}

fn read(shard: &[u8]) -> Result<([u8; 16], i64, i64)> {
    let bytes: [u8; SHARD] = head(shard, TYPE)?;
    let value = u128::from_be_bytes(head(&bytes[16..], TYPE)?);
    let id: [u8; 16] = head(&bytes, TYPE)?;
    Ok((id, (value >> 64) as i64, value as i64))
}

/// Checks that the context has a whole number of shards.
///
/// # Errors
/// [`ValueError`] if not.
///
/// Reference: `CounterContext.validateContext`.
pub fn validate(context: &[u8]) -> Result<()> {
    match context.len().abs_diff(header_len(context)?) % SHARD {
        0 => Ok(()),
        _ => Err(ValueError::Length { ty: TYPE, found: context.len() }),
    }
}
