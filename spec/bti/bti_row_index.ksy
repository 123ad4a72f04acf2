meta:
  id: bti_row_index
  title: An entry of Rows.db, the row index of one partition (BTI)
  license: Apache-2.0
  endian: be
  imports: [bti_trie, ../common/uvint, ../common/svint, ../common/sstable_version, ../common/sstable_common]
  -component: Rows
doc: |
  Rows.db holds a row index for each partition of more than one block (of `column_index_size`, 16 KiB unless configured): a trie from
  clusterings to blocks of rows, and after it the entry that is described here. Payloads of Partitions.db give the positions of entries.
  There is no other way to find them, since tries and the zeros between them cannot be told from entries. The file is empty if no partition is
  that large.

  The trie has a separator for each block: the node that the greatest separator not after a clustering leads to is the block in which the
  clustering would be. One more separator, after the last block, has the end of the partition's rows for its offset.
doc-ref:
  - org.apache.cassandra.io.sstable.format.bti.TrieIndexEntry
  - org.apache.cassandra.io.sstable.format.bti.RowIndexReader
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
  - id: entry_pos
    type: s8
    doc: Position of the entry in bytes, from a payload of Partitions.db.
-layout: [entry]
instances:
  entry:
    pos: entry_pos
    type: entry
    doc: The entry.
types:
  entry:
    doc: One partition.
    doc-ref: org.apache.cassandra.io.sstable.format.bti.TrieIndexEntry.serialize
    seq:
      - id: key
        type: sstable_common::bytes_u2
        doc: The partition key, to compare a candidate with.
      - id: data_pos
        type: uvint
        doc: Position of the partition in the uncompressed stream of Data.db, in bytes.
      - id: root_delta
        type: svint
        -derive: offset_of(root) - offset_of(data_pos)
        doc: |
          Distance in bytes to the trie's root from the place in this file where the field `data_pos` starts, which is the end of `key`;
          negative, for the trie is written first. (The value of `data_pos` has no part in it.)
      - id: num_blocks
        type: uvint
        doc: Number of blocks; the trie has one payload more.
      - id: deletion_time
        type: sstable_common::deletion_time(_root.v)
        doc: The deletion of the partition, again.
    instances:
      root_pos:
        value: _root.entry_pos + key.len._sizeof + key.len + root_delta.value
        doc: Position of the trie's root in bytes.
      root:
        pos: root_pos
        type: bti_trie(root_pos, true, _root.v)
        doc: The root of the trie.
