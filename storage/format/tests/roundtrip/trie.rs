//! The entries of Rows.db, which only the trie of Partitions.db leads to.

use cqlite_format::bti_row_index::{BtiRowIndex, BtiRowIndexParams, EntryRef};
use cqlite_format::bti_trie::{BtiTrieParams, BtiTrieRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, ReadError, Reader};

use crate::corpus::Sstable;
use crate::Outcome;

/// Positions of the entries of Rows.db.
pub fn row_indexes(v: SstableVersion, bytes: &[u8], root: i64) -> Result<Vec<i64>, ReadError> {
    let (mut stack, mut out) = (vec![root], Vec::new());
    while let Some(pos) = stack.pop() {
        let cx = BtiTrieParams::new(pos, false, v);
        let node = BtiTrieRef::read(&mut Reader::new(bytes).at(pos, BtiTrieRef::site())?, &cx)?;
        out.extend(node.partition_payload.iter().map(|p| p.position).filter(|p| *p >= 0));
        for i in 0..node.num_children {
            let child = node.children_at(i)?;
            if child.exists {
                stack.push(child.child_pos);
            }
        }
    }
    Ok(out)
}

/// Reads and writes the entries.
pub fn rows(s: &Sstable, entries: &[i64], out: &mut Outcome) {
    let Some(bytes) = s.read("Rows.db") else { return };
    for &entry_pos in entries {
        let cx = BtiRowIndexParams::new(s.version, entry_pos);
        let head = Reader::new(&bytes).at(entry_pos, EntryRef::site()).and_then(|mut r| EntryRef::read(&mut r, &cx));
        let (Ok(head), Ok(model)) = (head, BtiRowIndex::decode(&mut Reader::new(&bytes), &cx)) else {
            out.fail(s, "Rows", &format!("no entry at {entry_pos}"));
            continue;
        };
        let mut buffer = Buffer::with_base(entry_pos as u64);
        let again = model.encode(&mut buffer, &cx, head.root_pos as u64).map_err(|e| format!("writing: {e}"));
        let entry = bytes.get(entry_pos as usize..head.rest.offset() as usize).unwrap_or(&[]);
        out.note(s, "Rows", entry, again.map(|()| buffer.into_bytes()));
    }
}
