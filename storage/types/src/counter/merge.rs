use std::borrow::Cow;
use std::cmp::Ordering;

use cqlite_format::counter_context::{self as stored, CounterContext, Element, Marks};
use cqlite_runtime::Buffer;

use super::{shards, Shard, ShardKind, TYPE};
use crate::{Result, ValueError};

/// The newer of two shards of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Newer {
    Left,
    Right,
    /// They are the same.
    Both,
    /// Two local shards, which add up.
    Sum,
}

/// One context of two: of each node the newer shard. It is one of the two if that has all that the other has.
///
/// # Errors
/// [`ValueError`] for a context that is cut short, or one with more shards than a header has room for.
///
/// Reference: `CounterContext.merge`.
pub fn merge<'a>(left: &'a [u8], right: &'a [u8]) -> Result<Cow<'a, [u8]>> {
    let (lefts, rights) = (shards(left)?, shards(right)?);
    let (mut has_left_all, mut has_right_all) = (true, true);
    let mut merged = Vec::with_capacity(lefts.len() + rights.len());
    let (mut l, mut r) = (lefts.iter().peekable(), rights.iter().peekable());
    loop {
        let order = match (l.peek(), r.peek()) {
            (Some(a), Some(b)) => a.id.cmp(&b.id),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        let a = if order == Ordering::Greater { None } else { l.next() };
        let b = if order == Ordering::Less { None } else { r.next() };
        let (shard, newer) = match (a, b) {
            (Some(a), Some(b)) => newest(a, b),
            (Some(a), None) => (*a, Newer::Left),
            (None, Some(b)) => (*b, Newer::Right),
            (None, None) => break,
        };
        has_left_all &= matches!(newer, Newer::Left | Newer::Both);
        has_right_all &= matches!(newer, Newer::Right | Newer::Both);
        merged.push(shard);
    }
    match (has_left_all, has_right_all) {
        (true, _) => Ok(left.into()),
        (_, true) => Ok(right.into()),
        _ => Ok(context(&merged)?.into()),
    }
}

/// Reference: `CounterContext.compare`.
fn newest(left: &Shard, right: &Shard) -> (Shard, Newer) {
    use ShardKind::{Global, Local, Remote};
    let newer = match (left.kind, right.kind) {
        (Global, Global) => by((left.clock, left.count).cmp(&(right.clock, right.count))),
        (Local, Local) => Newer::Sum,
        (Global, _) | (Local, Remote) => Newer::Left,
        (_, Global) | (Remote, Local) => Newer::Right,
        (Remote, Remote) if left.clock == right.clock => by(left.count.cmp(&right.count)),
        (Remote, Remote) => {
            // Clocks below zero are times that count down.
            let is_left = match (left.clock < 0, right.clock > 0) {
                (false, is_positive) => is_positive && left.clock >= right.clock,
                (true, is_positive) => is_positive || left.clock < right.clock,
            };
            if is_left {
                Newer::Left
            } else {
                Newer::Right
            }
        }
    };
    let shard = match newer {
        Newer::Left => *left,
        Newer::Right | Newer::Both => *right,
        Newer::Sum => {
            Shard { clock: left.clock.wrapping_add(right.clock), count: left.count.wrapping_add(right.count), ..*left }
        }
    };
    (shard, newer)
}

fn by(order: Ordering) -> Newer {
    match order {
        Ordering::Less => Newer::Right,
        Ordering::Equal => Newer::Both,
        Ordering::Greater => Newer::Left,
    }
}

/// The context that has these shards.
pub(super) fn context(shards: &[Shard]) -> Result<Vec<u8>> {
    let too_many = |_| ValueError::OutOfRange { ty: TYPE };
    let mut elements = Vec::new();
    for (index, shard) in shards.iter().enumerate().filter(|(_, shard)| shard.kind != ShardKind::Remote) {
        let index = i16::try_from(index).map_err(too_many)?;
        let signed_index = if shard.kind == ShardKind::Global { index.wrapping_add(i16::MIN) } else { index };
        elements.push(Element { signed_index, ..Default::default() });
    }
    let signed_num_elements = i16::try_from(elements.len()).map_err(too_many)?;
    let marks = Marks { signed_num_elements, ..Default::default() };
    let stored = |shard: &Shard| stored::Shard {
        counter_id: shard.id.to_vec(),
        clock: shard.clock,
        count: shard.count,
        ..Default::default()
    };
    let shards = shards.iter().map(stored).collect();
    let mut out = Buffer::default();
    let context = CounterContext { marks, elements, shards, ..CounterContext::default() };
    context.encode(&mut out).map_err(|_| ValueError::OutOfRange { ty: TYPE })?;
    Ok(out.into_bytes())
}
