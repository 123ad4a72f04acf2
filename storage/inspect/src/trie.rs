//! Partitions.db and Rows.db: nodes under their positions.

use cqlite_format::bti_row_index::{BtiRowIndexParams, BTI_ROW_INDEX_TABLE, ENTRY_TABLE};
use cqlite_format::bti_trie::{BtiTrie, BtiTrieRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::table::walk_within;
use cqlite_runtime::Reader;
use cqlite_sstable::component::{Partitions, Rows};
use cqlite_sstable::trie::Trie;

use crate::component::Order;
use crate::error::Walked;
use crate::fields::Fields;
use crate::tracker::{Tracker, WalkedPath};

/// An index file with tries in it.
#[derive(Clone, Copy)]
pub(crate) struct TrieFile<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) version: SstableVersion,
    pub(crate) is_rows: bool,
}

impl<'a> TrieFile<'a> {
    fn trie(&self) -> Trie<'a> {
        Trie::new(self.bytes, self.is_rows, self.version)
    }

    /// Shows the fields of the node at a position.
    fn show_node(&self, pos: i64, sink: &mut dyn Fields) -> Walked {
        let mut r = Reader::new(self.bytes).at(pos, BtiTrieRef::site())?;
        let mut place = WalkedPath::default();
        place.enter_named(&format!("node@{pos}"), BtiTrieRef::site(), r.offset());
        Tracker::run(&mut place, sink, (self.bytes, 0), |w| BtiTrie::walk(&mut r, &self.trie().params(pos), w))
    }

    /// Shows all nodes below a root: in order of the trie, or of their positions.
    pub(crate) fn nodes(&self, root: i64, order: Order, sink: &mut dyn Fields) -> Walked {
        if order == Order::Specification {
            return self.trie().walk(root).try_for_each(|node| self.show_node(node?.pos, sink));
        }
        let (mut positions, mut done) = (Vec::new(), Ok(()));
        for node in self.trie().walk(root) {
            match node {
                Ok(node) => positions.push(node.pos),
                Err(e) => done = Err(e.into()),
            }
        }
        positions.sort_unstable();
        positions.iter().try_for_each(|pos| self.show_node(*pos, sink))?;
        done
    }

    /// Positions of the entries of Rows.db that the payloads of this Partitions.db point to, ascending.
    pub(crate) fn row_entries(&self) -> Walked<Vec<i64>> {
        let footer = Partitions::new(self.bytes, self.version).footer()?;
        let mut found = Vec::new();
        for node in self.trie().walk(footer.root_pos) {
            found.extend(node?.head.partition_payload.and_then(|p| p.entry_pos));
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Shows the entry of Rows.db at a position.
    fn show_entry(&self, pos: i64, sink: &mut dyn Fields) -> Walked {
        let params = BtiRowIndexParams::new(self.version, pos);
        let mut r = Reader::new(self.bytes).at(pos, BtiTrieRef::site())?;
        let mut place = WalkedPath::default();
        place.enter_named(&format!("entry@{pos}"), cqlite_format::bti_row_index::EntryRef::site(), r.offset());
        Tracker::run(&mut place, sink, (self.bytes, 0), |w| {
            walk_within(&ENTRY_TABLE, (&BTI_ROW_INDEX_TABLE, params.dynamic()), &mut r, w)
        })
    }

    /// Shows the entry of Rows.db at a position with its trie, which lies before it.
    pub(crate) fn entry(&self, pos: i64, order: Order, sink: &mut dyn Fields) -> Walked {
        let entry = Rows::new(self.bytes, self.version).entry(u64::try_from(pos).unwrap_or(u64::MAX));
        let root = entry.map(|(entry, _)| entry.root_pos);
        if order == Order::Specification {
            self.show_entry(pos, sink)?;
            return self.nodes(root?, order, sink);
        }
        let nodes = match root {
            Ok(root) => self.nodes(root, order, sink),
            Err(e) => Err(e.into()),
        };
        if matches!(nodes, Err(crate::error::Ended::Halted(_))) {
            return nodes;
        }
        self.show_entry(pos, sink)?;
        nodes
    }
}
