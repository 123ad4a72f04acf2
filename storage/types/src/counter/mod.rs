//! Counter contexts: the shards that a counter cell holds.
//!
//! Reference: `CounterContext`.

mod merge;

use std::borrow::Cow;

use cqlite_format::counter_context::{
    self as stored, CounterContext, CounterContextRef, Element, Marks, MarksRef, ShardRef,
};
use cqlite_runtime::error::ReadErrorKind;
use cqlite_runtime::{Buffer, Reader};

pub use merge::merge;

use crate::{Result, ValueError};

const TYPE: &str = "counter";

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
    let Header::Whole(CounterContextRef { mut rest, .. }) = header(context)? else { return Ok(0) };
    let mut sum = 0i64;
    while !rest.at_end() {
        sum = sum.wrapping_add(shard(&mut rest)?.count);
    }
    Ok(sum)
}

/// Whether some of the shards are from before 2.1 (`CounterContext.hasLegacyShards`).
///
/// # Errors
/// [`ValueError`] for a context that is cut short.
pub fn has_legacy_shards(context: &[u8]) -> Result<bool> {
    Ok(shards(context)?.iter().any(|shard| shard.kind != ShardKind::Global))
}

/// The shards in stored order, which is that of their ids.
///
/// # Errors
/// [`ValueError`] for a context that is cut short.
///
/// Reference: `CounterContext.ContextState`.
pub fn shards(context: &[u8]) -> Result<Vec<Shard>> {
    let CounterContextRef { mut rest, elements, .. } = whole(context)?;
    let mut elements = elements.iter().filter_map(|element| element.ok()).peekable();
    let mut shards = Vec::new();
    while !rest.at_end() {
        let index = shards.len() as i64;
        let kind = match elements.peek().filter(|element| element.index == index) {
            Some(element) if element.is_global => ShardKind::Global,
            Some(_) => ShardKind::Local,
            None => ShardKind::Remote,
        };
        if kind != ShardKind::Remote {
            let _ = elements.next();
        }
        let ShardRef { counter_id, clock, count, .. } = shard(&mut rest)?;
        let id = counter_id.try_into().map_err(|_| ValueError::Truncated { ty: TYPE })?;
        shards.push(Shard { id, clock, count, kind });
    }
    Ok(shards)
}

/// The context of an increment that no node has counted yet: a local shard of an id that no node has, so that increments add up wherever they
/// meet.
///
/// Reference: `CounterContext.createUpdate`.
#[must_use]
pub fn update(count: i64) -> Vec<u8> {
    // `CounterId.fromInt(0)`.
    let id = (0xc000_0000_0000_0000u128).to_be_bytes();
    // One shard has always room.
    merge::context(&[Shard { id, clock: 1, count, kind: ShardKind::Local }]).unwrap_or_default()
}

/// The context without its local shards, if it is marked so that they are to be cleared: as Cassandra reads it.
///
/// # Errors
/// [`ValueError`] for a context that is so marked and cut short within its header.
///
/// Reference: `CounterContext.shouldClearLocal`, `CounterContext.clearAllLocal`.
pub fn cleared(context: &[u8]) -> Result<Cow<'_, [u8]>> {
    let header = match header(context)? {
        Header::Whole(header) => header,
        Header::Cut { clears: true, .. } => return Err(ValueError::Truncated { ty: TYPE }),
        Header::Cut { .. } => return Ok(context.into()),
    };
    let global: Vec<Element> = header
        .elements
        .iter()
        .filter_map(|element| element.ok().filter(|e| e.is_global))
        .map(|element| Element { signed_index: element.signed_index, ..Default::default() })
        .collect();
    if !header.marks.clears_local || global.len() as u64 == header.elements.len() {
        return Ok(context.into());
    }
    let mut rest = header.rest;
    let marks = Marks { signed_num_elements: global.len() as i16, ..Default::default() };
    let cleared = CounterContext { marks, elements: global, ..CounterContext::default() };
    let mut out = Buffer::default();
    cleared.encode(&mut out).map_err(|_| ValueError::Truncated { ty: TYPE })?;
    Ok([out.as_bytes(), rest.rest()].concat().into())
}

/// Checks that the context has a whole number of shards.
///
/// # Errors
/// [`ValueError`] if not.
///
/// Reference: `CounterContext.validateContext`.
pub fn validate(context: &[u8]) -> Result<()> {
    // The length of what follows the header, or how much the header itself lacks: to Cassandra it is the same.
    let difference = match header(context)? {
        Header::Whole(header) => header.rest.remaining() as u64,
        Header::Cut { missing, .. } => missing,
    };
    match difference % stored::Shard::LEN_SHARD.unsigned_abs() {
        0 => Ok(()),
        _ => Err(ValueError::Length { ty: TYPE, found: context.len() }),
    }
}

/// The number of elements, and the elements if they are all there.
enum Header<'a> {
    Whole(CounterContextRef<'a>),
    Cut { missing: u64, clears: bool },
}

fn header(context: &[u8]) -> Result<Header<'_>> {
    let error = match CounterContextRef::read(&mut Reader::new(context)) {
        Ok(header) => return Ok(Header::Whole(header)),
        Err(error) => error,
    };
    match *error.kind() {
        // The number can be read, the elements cannot.
        ReadErrorKind::UnexpectedEnd { needed, available } => match MarksRef::read(&mut Reader::new(context)) {
            Ok(marks) => Ok(Header::Cut { missing: needed - available, clears: marks.clears_local }),
            Err(_) => Err(ValueError::Length { ty: TYPE, found: context.len() }),
        },
        _ => Err(ValueError::Length { ty: TYPE, found: context.len() }),
    }
}

fn whole(context: &[u8]) -> Result<CounterContextRef<'_>> {
    match header(context)? {
        Header::Whole(header) => Ok(header),
        Header::Cut { .. } => Err(ValueError::Truncated { ty: TYPE }),
    }
}

fn shard<'a>(rest: &mut Reader<'a>) -> Result<ShardRef<'a>> {
    let found = rest.remaining();
    ShardRef::read(rest).map_err(|_| ValueError::Length { ty: TYPE, found })
}
