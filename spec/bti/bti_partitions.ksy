meta:
  id: bti_partitions
  title: Partitions.db, the partition index (BTI)
  license: Apache-2.0
  endian: be
  imports: [bti_trie, ../common/sstable_version, ../common/sstable_common]
  -component: Partitions
doc: |
  A trie that leads from a partition key to the partition's position: in Data.db if the partition is small, else in Rows.db, where its row
  index is. It has what Index.db and Summary.db have in BIG, in less space, and needs no summary in memory.

  A reader starts at the end, with a footer of fixed length, which tells where the root of the trie and the first and last key are. In
  order, the file holds the nodes of the trie in pages, the two keys, and the footer.
doc-ref: org.apache.cassandra.io.sstable.format.bti.PartitionIndex
-layout: [root, keys, footer]
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
instances:
  root:
    pos: footer.root_pos
    type: bti_trie(footer.root_pos, false, v)
    doc: The root of the trie.
  keys:
    pos: footer.keys_pos
    type: key_range
    doc: The first and the last key.
  footer:
    pos: _io.size - sizeof<footer>
    type: footer
    doc: Where to find all else. The last bytes of the file.
types:
  key_range:
    doc: The range of keys, as Summary.db has it in BIG.
    doc-ref: org.apache.cassandra.io.sstable.format.bti.PartitionIndexBuilder.complete
    seq:
      - id: first_key
        type: sstable_common::bytes_u2
        doc: The first partition key of the SSTable.
      - id: last_key
        type: sstable_common::bytes_u2
        doc: The last partition key of the SSTable.
  footer:
    doc: The last bytes.
    doc-ref: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.load
    seq:
      - id: keys_pos
        type: s8
        valid:
          min: 0
        -derive: offset_of(keys)
        doc: Position of the first and the last key.
      - id: num_keys
        type: s8
        valid:
          min: 0
        doc: Number of partitions, and of payloads in the trie.
      - id: root_pos
        type: s8
        valid:
          min: 0
        -derive: offset_of(root)
        doc: Position of the trie's root.
