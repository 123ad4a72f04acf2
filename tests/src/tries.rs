//! The tries of Partitions.db and Rows.db, written again from their keys and payloads alone: each page must come out as Cassandra wrote it.

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_format::bti_row_index::{BtiRowIndex, BtiRowIndexParams};
use cqlite_format::bti_trie::{BtiTrie, BtiTrieParams, BtiTrieRef, PartitionPayload, RowPayload};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, ReadError, Reader};
use cqlite_sstable::descriptor::{Component, FoundSstable};
use cqlite_sstable::trie_writer::{TriePayload, TrieWriteError, TrieWriter};

/// A file with tries.
pub struct File {
    version: SstableVersion,
    is_rows: bool,
    /// All of it.
    pub bytes: Vec<u8>,
    nodes: usize,
}

impl File {
    /// A file of a version.
    #[must_use]
    pub fn new(version: SstableVersion, is_rows: bool, bytes: Vec<u8>) -> Self {
        File { version, is_rows, bytes, nodes: 0 }
    }

    fn open(sstable: &FoundSstable, component: &Component, is_rows: bool) -> Option<Self> {
        let bytes = std::fs::read(sstable.descriptor.path_of(component)).ok()?;
        Some(File::new(sstable.descriptor.version().features(), is_rows, bytes))
    }

    /// The keys and payloads below a root, in order; each node on the way must be written as it was read.
    ///
    /// # Errors
    /// What is wrong with a node.
    ///
    /// # Panics
    /// If a node is written otherwise than it was read.
    pub fn payloads(&mut self, root: i64) -> Result<Vec<(Vec<u8>, BtiTrie)>, ReadError> {
        let (mut waiting, mut out) = (vec![(root, Vec::new())], Vec::new());
        while let Some((node_pos, key)) = waiting.pop() {
            let cx = BtiTrieParams::new(node_pos, self.is_rows, self.version);
            let at = Reader::new(&self.bytes).at(node_pos, BtiTrieRef::site())?;
            let head = BtiTrieRef::read(&mut at.clone(), &cx)?;
            let mut behind = at;
            let node = BtiTrie::decode(&mut behind, &cx)?;
            let mut again = Buffer::with_base(node_pos as u64);
            node.encode(&mut again, &cx).unwrap_or_else(|e| panic!("node at {node_pos}: {e}"));
            let range = node_pos as usize..behind.offset() as usize;
            assert_eq!(again.as_bytes(), self.bytes.get(range).unwrap_or(&[]), "node at {node_pos}");
            self.nodes += 1;
            for i in (0..head.num_children).rev() {
                let child = head.children_at(i)?;
                if child.exists {
                    let mut key = key.clone();
                    key.push(u8::try_from(child.transition).expect("a byte"));
                    waiting.push((child.child_pos, key));
                }
            }
            if head.has_payload {
                out.push((key, node));
            }
        }
        Ok(out)
    }
}

/// Writes a trie that begins at a position, and says where its root is.
fn written<P: TriePayload>(
    version: SstableVersion,
    begin: u64,
    payloads: impl Iterator<Item = (Vec<u8>, P)>,
) -> Result<(Vec<u8>, u64), TrieWriteError> {
    let (mut writer, mut out) = (TrieWriter::new(version), Buffer::with_base(begin));
    for (key, payload) in payloads {
        writer.add(&mut out, &key, payload)?;
    }
    let root = writer.complete(&mut out)?;
    Ok((out.into_bytes(), root))
}

/// What was compared.
#[derive(Default, Debug)]
pub struct Tally {
    /// Tries of Partitions.db.
    pub partition_tries: usize,
    /// Tries of Rows.db.
    pub row_tries: usize,
    /// Their nodes.
    pub nodes: usize,
    /// Pages that these take.
    pub pages: u64,
}

/// Writes the tries of an SSTable again; of one without any, nothing is compared.
///
/// # Panics
/// If they differ.
pub fn check(sstable: &FoundSstable, tally: &mut Tally) {
    let name = sstable.descriptor.to_string();
    let Some(mut file) = File::open(sstable, &Component::Partitions, false) else { return };
    let cx = BtiPartitionsParams::new(file.version);
    let footer = BtiPartitions::footer_at(&Reader::new(&file.bytes), &cx).unwrap_or_else(|e| panic!("{name}: {e}"));
    let (keys_pos, root_pos) = (footer.keys_pos, footer.root_pos);
    let payloads = file.payloads(root_pos).unwrap_or_else(|e| panic!("{name}: {e}"));
    let partition = |(key, node): (Vec<u8>, BtiTrie)| (key, node.partition_payload.expect("a payload"));
    let partitions: Vec<(Vec<u8>, PartitionPayload)> = payloads.into_iter().map(partition).collect();
    let mut entries: Vec<i64> = partitions.iter().map(|p| p.1.position).filter(|at| *at >= 0).collect();
    let (bytes, root) = written(file.version, 0, partitions.into_iter()).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!((root as i64, bytes.len() as i64), (root_pos, keys_pos), "{name} Partitions");
    assert_eq!(first_difference(&bytes, &file.bytes), None, "{name} Partitions");
    tally.partition_tries += 1;
    tally.nodes += file.nodes;
    tally.pages += pages(file.version, &bytes);

    let Some(mut file) = File::open(sstable, &Component::Rows, true) else { return };
    entries.sort_unstable();
    let mut begin = 0;
    for entry_pos in entries {
        let cx = BtiRowIndexParams::new(file.version, entry_pos);
        let entry = BtiRowIndex::entry_at(&Reader::new(&file.bytes), &cx).unwrap_or_else(|e| panic!("{name}: {e}"));
        let (root_pos, end) = (entry.root_pos, entry.rest.offset());
        let payloads = file.payloads(root_pos).unwrap_or_else(|e| panic!("{name}: {e}"));
        let rows = payloads.into_iter().map(|(key, node)| (key, node.row_payload.expect("a payload")));
        let rows: Vec<(Vec<u8>, RowPayload)> = rows.collect();
        let (bytes, root) = written(file.version, begin, rows.into_iter()).unwrap_or_else(|e| panic!("{name}: {e}"));
        let expected = file.bytes.get(begin as usize..entry_pos as usize).unwrap_or(&[]);
        assert_eq!((root as i64, bytes.len()), (root_pos, expected.len()), "{name} Rows, entry {entry_pos}");
        assert_eq!(first_difference(&bytes, expected), None, "{name} Rows, entry {entry_pos}");
        tally.row_tries += 1;
        tally.pages += pages(file.version, &bytes);
        begin = end;
    }
    tally.nodes += file.nodes;
}

fn pages(version: SstableVersion, bytes: &[u8]) -> u64 {
    (bytes.len() as u64).div_ceil(BtiTrie::len_page(version).unsigned_abs())
}

fn first_difference(ours: &[u8], theirs: &[u8]) -> Option<usize> {
    ours.iter().zip(theirs).position(|(a, b)| a != b)
}
