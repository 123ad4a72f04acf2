//! What becomes of an SSTable in a made-up version when bits of it are turned over.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;

use cqlite_tests::mutate::{Limits, Outcome};

use crate::leaf::Leaf;
use crate::proof::Sample;

/// Fields without a checksum, of which some values are as good as others, by component.
const UNCOVERED: [(&str, &str); 12] = [
    // With more bits, or fewer hashes, a filter lets more keys pass; what it must not do is to stop one that is there.
    ("Filter.db", "num_hashes"),
    ("Filter.db", "words[]"),
    // A setting of the table, by which later summaries are made.
    ("Summary.db", "min_index_interval"),
    // A separator is any key between the last one of a block and the first one of the next; after the last block, any greater one.
    ("Rows.db", "node@.sparse_transitions[]"),
    // Flags that no version knows are kept.
    ("Index.db", "entries[].flags"),
    ("Index.db", "entries[].promoted.blocks[].has_end_open_marker"),
    // What only the made-up versions have, so that no code asks for it: there is nothing to compare it with.
    ("CompressionInfo.db", "chunk_checksums[]"),
    ("Index.db", "entries[].promoted.blocks[].num_rows"),
    ("Partitions.db", "footer.depth"),
    ("Partitions.db", "node@.partition_payload.num_rows"),
    ("Rows.db", "node@.row_payload.num_rows"),
    ("Summary.db", "entries[].data_pos"),
];

/// Bits of a component that are turned over, one at a time: of each kind of field the lowest of the first one, and the highest of the last.
fn bits(leaves: &[Leaf]) -> BTreeMap<(u64, u8), String> {
    let mut kinds: BTreeMap<String, (&Leaf, &Leaf)> = BTreeMap::new();
    for leaf in leaves.iter().filter(|leaf| leaf.length > 0) {
        let ends = kinds.entry(leaf.kind()).or_insert((leaf, leaf));
        ends.1 = leaf;
    }
    let ends = |(kind, (first, last)): (String, (&Leaf, &Leaf))| {
        [((first.end() - 1, 1), kind.clone()), ((last.offset, 0x80), kind)]
    };
    kinds.into_iter().flat_map(ends).collect()
}

impl Sample<'_> {
    /// `verify` finds nothing wrong; and when a bit of a component is another, something, unless the field is one that nothing covers. No
    /// command breaks down, and what `verify` takes can be dumped.
    pub fn is_sound(&self) {
        let said = self.ask(&["verify", self.data()]);
        assert!(!said.contains("warning: "), "{said}");
        for name in self.components() {
            let silent = self.silent(&name);
            let is_known = |kind: &&String| UNCOVERED.contains(&(name.as_str(), kind.as_str()));
            let surprising: Vec<_> = silent.iter().filter(|kind| !is_known(kind)).collect();
            assert!(surprising.is_empty(), "{}: verify does not find damage to {surprising:?} of {name}", self.data());
        }
    }

    /// The kinds of fields of a component whose damage `verify` does not find.
    fn silent(&self, name: &str) -> BTreeSet<String> {
        let path = self.path_of(name);
        let leaves = if name == "Data.db" && self.is_compressed() { self.chunks() } else { self.fields(name) };
        let bytes = fs::read(&path).expect("a component");
        let mut silent = BTreeSet::new();
        for ((at, bit), kind) in bits(&leaves) {
            let mut damaged = bytes.clone();
            damaged[at as usize] ^= bit;
            fs::write(&path, damaged).expect("a component");
            let verified = self.outcome("verify");
            let what = format!("{name}, bit {bit:#x} of byte {at} ({kind})");
            assert_eq!(verified.fault(), None, "{what}: verify says {}", verified.err);
            if verified.is_success()
                && !String::from_utf8_lossy(&verified.out).contains("warning: ")
                && !verified.err.contains("warning: ")
            {
                let dumped = self.outcome("dump");
                assert!(dumped.is_success(), "{what}: verify finds nothing wrong, but dump says {}", dumped.err);
                let _ = silent.insert(kind);
            }
        }
        fs::write(&path, bytes).expect("a component");
        silent
    }

    fn outcome(&self, command: &str) -> Outcome {
        let args = [OsStr::new(command), OsStr::new(self.data())];
        Outcome::of(&self.program(), args, Limits::default()).expect("the command starts")
    }
}
