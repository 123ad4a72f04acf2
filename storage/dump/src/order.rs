//! The order of partitions, which Cassandra insists on.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use cqlite_schema::partitioner::{DecoratedKey, Partitioner, Token};

/// The key of the partition before.
///
/// Reference: `SSTableSimpleScanner.next`.
pub(crate) struct KeyOrder<'t> {
    partitioner: &'t Partitioner,
    has_last: bool,
    key: Vec<u8>,
    /// Its token, by [`Partitioner::Murmur3`].
    murmur3: i64,
}

impl<'t> KeyOrder<'t> {
    pub(crate) fn new(partitioner: &'t Partitioner) -> Self {
        KeyOrder { partitioner, has_last: false, key: Vec::new(), murmur3: 0 }
    }

    /// Whether a key stands after the one before it; it is then the last one.
    #[inline]
    pub(crate) fn follows(&mut self, key: &[u8]) -> bool {
        let follows =
            if let (Partitioner::Murmur3, Token::Murmur3(token)) = (self.partitioner, self.partitioner.token(key)) {
                let last = std::mem::replace(&mut self.murmur3, token);
                !self.has_last || last < token || (last == token && self.key.as_slice() < key)
            } else {
                let partitioner = self.partitioner;
                !self.has_last
                    || partitioner.compare_keys(&partitioner.decorate(&self.key), &partitioner.decorate(key)).is_lt()
            };
        self.has_last = true;
        self.key.clear();
        self.key.extend_from_slice(key);
        follows
    }

    /// The last key, if there is one.
    pub(crate) fn last(&self) -> Option<DecoratedKey> {
        self.has_last.then(|| self.partitioner.decorate(&self.key))
    }
}

/// Where tasks meet: the last key before a position and the first one after it come from different threads.
#[derive(Default)]
pub(crate) struct Seams {
    waiting: Mutex<HashMap<u64, DecoratedKey>>,
}

/// On which side of a seam a key is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    Behind,
}

impl Seams {
    /// Gives one of the two keys at a position; whoever comes second learns whether they are in order.
    pub(crate) fn meet(&self, partitioner: &Partitioner, position: u64, side: Side, key: DecoratedKey) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(other) = waiting.remove(&position) else {
            waiting.insert(position, key);
            return true;
        };
        let (before, behind) = if side == Side::Before { (&key, &other) } else { (&other, &key) };
        partitioner.compare_keys(before, behind).is_lt()
    }
}

#[cfg(test)]
mod tests {
    use cqlite_schema::partitioner::Partitioner;

    use super::{KeyOrder, Seams, Side};

    #[test]
    fn keys_ascend() {
        let partitioner = Partitioner::ByteOrdered;
        let mut order = KeyOrder::new(&partitioner);
        assert!(order.last().is_none());
        assert!(order.follows(b"a"));
        assert!(order.follows(b"b"));
        assert!(!order.follows(b"b"));
        assert!(!order.follows(b"a"));
    }

    #[test]
    fn keys_ascend_by_their_tokens() {
        let mut keys: Vec<_> = (0..100u32).map(|key| Partitioner::Murmur3.decorate(&key.to_be_bytes())).collect();
        keys.sort_by(|a, b| Partitioner::Murmur3.compare_keys(a, b));
        let mut order = KeyOrder::new(&Partitioner::Murmur3);
        assert!(keys.iter().all(|key| order.follows(&key.key)));
        assert_eq!(order.last().as_ref(), keys.last());
        assert!(!order.follows(&keys[98].key));
    }

    #[test]
    fn the_second_at_a_seam_learns_the_order() {
        let partitioner = Partitioner::ByteOrdered;
        let key = |key: &[u8]| partitioner.decorate(key);
        let seams = Seams::default();
        assert!(seams.meet(&partitioner, 1, Side::Before, key(b"a")));
        assert!(seams.meet(&partitioner, 2, Side::Behind, key(b"a")));
        assert!(seams.meet(&partitioner, 1, Side::Behind, key(b"b")));
        assert!(!seams.meet(&partitioner, 2, Side::Before, key(b"b")));
    }
}
