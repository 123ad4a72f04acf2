use cqlite_format::bti_trie::BtiTrieRef;
use cqlite_rows::DeletionTime;
use cqlite_runtime::ReadError;
use cqlite_sstable::component::Target;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::trie::{self, TrieWalk};

use crate::fields::{partition_payload, row_payload, Field};
use crate::rule::Breach;
use crate::Finding;

/// What a node with a payload says.
#[derive(Debug, Clone)]
pub(crate) enum Payload {
    /// In Partitions.db.
    Partition {
        /// Where the node is.
        node: u64,
        hash: Option<u8>,
        target: Target,
    },
    /// In Rows.db.
    Rows {
        /// Where the node is.
        node: u64,
        offset: i64,
        open: Option<DeletionTime>,
    },
}

impl Payload {
    /// The field of the node that it is.
    pub(crate) fn field(&self) -> Field {
        match self {
            Payload::Partition { .. } => partition_payload::WHOLE,
            Payload::Rows { .. } => row_payload::WHOLE,
        }
    }

    /// A finding in a field of the node; the place is the node's.
    pub(crate) fn find(&self, breach: Breach, field: Field) -> Finding {
        let (component, node) = match self {
            Payload::Partition { node, .. } => (&Component::Partitions, *node),
            Payload::Rows { node, .. } => (&Component::Rows, *node),
        };
        breach.of(component).file(node).field(field)
    }
}

/// What is shown the nodes: their positions, where they end, and what they say.
pub(crate) type Each<'e, 'b> = dyn FnMut(u64, u64, &BtiTrieRef<'b>) + 'e;

/// A walk over the payloads of a trie, in order.
pub(crate) struct Trie<'b>(TrieWalk<'b>);

impl<'b> Trie<'b> {
    pub(crate) fn new(trie: trie::Trie<'b>, root: i64) -> Self {
        Trie(trie.walk(root))
    }

    pub(crate) fn bytes(&self) -> &'b [u8] {
        self.0.trie().bytes()
    }

    /// The bytes that lead to the payload at hand.
    pub(crate) fn path(&self) -> &[u8] {
        self.0.path()
    }

    pub(crate) fn next(&mut self) -> Option<Result<Payload, ReadError>> {
        self.next_with(&mut |_, _, _| {})
    }

    /// Goes to the next payload, and shows each node that is met for the first time.
    pub(crate) fn next_with(&mut self, each: &mut Each<'_, 'b>) -> Option<Result<Payload, ReadError>> {
        loop {
            let node = match self.0.next_node().transpose()? {
                Ok(node) => node,
                Err(e) => return Some(Err(e)),
            };
            let at = u64::try_from(node.pos).unwrap_or(0);
            each(at, node.end, &node.head);
            match (&node.head.partition_payload, &node.head.row_payload) {
                (Some(p), _) => return Some(Ok(Payload::Partition { node: at, hash: p.hash, target: Target::of(p) })),
                (None, Some(p)) => {
                    let open = p.open_deletion.as_ref().and_then(DeletionTime::of_partition);
                    return Some(Ok(Payload::Rows { node: at, offset: p.offset, open }));
                }
                (None, None) => {}
            }
        }
    }
}
