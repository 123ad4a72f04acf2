meta:
  id: bti_trie
  title: A node of the tries in Partitions.db and Rows.db (BTI)
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports: [../common/sstable_version, ../common/sstable_common, ../common/sized_int]
doc: |
  Both index files of BTI are tries over byte-comparable keys: byte strings whose unsigned order is the order of the keys. One leads from the
  root to a node by the first byte of the key, and so on; a node that stands for a key has a payload. Tries keep only as much of a key as it
  takes to tell it from its neighbours, so that a payload found is a candidate, and the key itself must be compared where it points to.

  A node is written after all its children, so that its children are named by their distances back from its own first byte, and a reader
  starts with the root near the end of the file. The tries are packed into pages of `len_page` bytes: no node goes over the end of a page,
  children are put into their parent's page as far as they fit, and the space that is left at the end of a page is filled with zeros. Nothing
  but its parents' distances tells where a node is, so a trie cannot be read from its start.

  A node has one of four shapes, in up to six widths of the distances. Its first byte is the kind (high bits) and the payload's bits (low ones).

      payload only    no children
      single          one child: transition byte, distance
      sparse          2 to 255 children: count, transition bytes in ascending order, distances in the same order
      dense           children for (nearly) all transitions of a range: first transition, number of transitions less one, a distance for each
                      transition; the distance 0 says that there is no child

  What the payload holds differs between the two files; its bits (1 to 15; 0 means that there is none) tell its length.

  A byte-comparable key is made by the ByteComparable classes (`has_legacy_byte_comparable_keys` tells which of their versions);
  docs/byte-comparable.md describes the encoding. In Partitions.db a key is the token, as the partitioner makes it comparable, and after it
  the partition key; in Rows.db it is a separator: a byte string between the last clustering of the block before and the first one of the
  block that it leads to.
doc-ref:
  - org.apache.cassandra.io.tries.TrieNode
  - org.apache.cassandra.io.tries.IncrementalDeepTrieWriterPageAware
-mode: view
params:
  - id: node_pos
    type: s8
    doc: Position of the node in the file, in bytes; the root's from the footer or the entry, a child's from its parent.
  - id: is_rows
    type: bool
    doc: The file is Rows.db, else Partitions.db.
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: head
    type: node_head
    doc: The first byte.
  - id: low_distance
    type: u1
    if: kind == node_kind::single_nopayload_12
    doc: Low 8 bits of the distance, after the 4 bits in `low`.
  - id: single_transition
    type: u1
    if: is_single
    doc: The byte that leads to the only child.
  - id: num_sparse
    type: u1
    if: is_sparse
    -derive: count(sparse_transitions)
    doc: Number of children.
  - id: sparse_transitions
    type: u1
    repeat: expr
    repeat-expr: num_sparse
    if: is_sparse
    doc: The bytes that lead to the children, ascending; fit for a binary search.
  - id: dense_start
    type: u1
    if: is_dense
    doc: The first byte that leads to a child.
  - id: num_dense_less_one
    type: u1
    if: is_dense
    doc: Number of bytes from the first that leads to a child to the last one, less one, so that 256 can be said.
  - id: distances_8
    type: u1
    repeat: expr
    repeat-expr: num_distances
    if: len_distance == 8
    doc: Distances of 8 bits, to the children in order of their transitions.
  - id: distances_12
    type: b12
    repeat: expr
    repeat-expr: num_distances
    if: len_distance == 12
    doc: Distances of 12 bits, two in three bytes, the first in the higher bits; after an odd number of them four bits are left unused.
  - id: distances_16
    type: u2
    repeat: expr
    repeat-expr: num_distances
    if: len_distance == 16
    doc: Distances of 16 bits.
  - id: distances_24
    type: b24
    repeat: expr
    repeat-expr: num_distances
    if: len_distance == 24
    doc: Distances of 24 bits.
  - id: distances_32
    type: u4
    repeat: expr
    repeat-expr: num_distances
    if: len_distance == 32
    doc: Distances of 32 bits.
  - id: distances_40
    type: distance_40
    repeat: expr
    repeat-expr: num_distances
    if: len_distance == 40
    doc: Distances of 40 bits.
  - id: distances_64
    type: s8
    repeat: expr
    repeat-expr: num_distances
    if: len_distance == 64
    doc: Distances of 64 bits.
  - id: partition_payload
    type: partition_payload(low)
    if: has_payload and not is_rows
    doc: What Partitions.db says of a partition key.
  - id: row_payload
    type: row_payload(low, v)
    if: has_payload and is_rows
    doc: What Rows.db says of a block of rows.
  - id: children
    type: child(_index)
    repeat: expr
    repeat-expr: num_children
    doc: The children in order of their transitions, among them the absent ones of a dense node. They take no bytes here.
instances:
  len_page:
    value: 4096
    doc: Length of a page in bytes (`PageAware.PAGE_SIZE`).
  kind:
    value: head.kind
    doc: Shape of the node and width of its distances.
  low:
    value: head.low
    doc: Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
  is_single:
    value: head.is_single
    doc: One child.
  is_sparse:
    value: head.is_sparse
    doc: Several children, each with its transition.
  is_dense:
    value: head.is_dense
    doc: Children for a range of transitions.
  len_distance:
    value: 'head.is_distance_in_head ? 0 : head.len_distance'
    doc: Width of a distance in bits; 0 where there is none after the transitions.
  has_payload:
    value: not head.is_distance_in_head and low != 0
    doc: The node stands for a key.
  num_children:
    value: 'is_single ? 1 : is_sparse ? num_sparse : is_dense ? num_dense_less_one + 1 : 0'
    doc: Number of children, in a dense node of transitions.
  num_distances:
    value: 'len_distance > 0 ? num_children : 0'
    doc: Number of distances after the transitions.
types:
  node_head:
    doc: The byte that a node begins with.
    doc-ref: org.apache.cassandra.io.tries.TrieNode.at
    seq:
      - id: kind
        type: b4
        enum: node_kind
        doc: Shape of the node and width of its distances.
      - id: low
        type: b4
        doc: Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    instances:
      ord:
        value: kind.to_i
        doc: The kind as a number.
      is_single:
        value: ord >= 1 and ord <= 4
        doc: One child.
      is_sparse:
        value: ord >= 5 and ord <= 9
        doc: Several children, each with its transition.
      is_dense:
        value: ord >= 10
        doc: Children for a range of transitions.
      is_distance_in_head:
        value: ord == 1 or ord == 3
        doc: The distance begins in `low`, so that there is no place for a payload.
      len_distance:
        value: >-
          ord == 1 ? 4 :
          (ord == 2 or ord == 5) ? 8 :
          (ord == 3 or ord == 6 or ord == 10) ? 12 :
          (ord == 4 or ord == 7 or ord == 11) ? 16 :
          (ord == 8 or ord == 12) ? 24 :
          ord == 13 ? 32 :
          (ord == 9 or ord == 14) ? 40 :
          ord == 15 ? 64 : 0
        doc: Width of a distance in bits; 0 where there are no children.
  distance_40:
    doc: 40 bits as two numbers; not all of Kaitai's targets read more than 32 bits at once.
    doc-ref: org.apache.cassandra.io.tries.TrieNode.Sparse40
    seq:
      - id: high
        type: u1
        -derive: value >> 32
        doc: The most significant byte.
      - id: low
        type: u4
        -derive: value & 0xffffffff
        doc: The other four bytes.
    instances:
      value:
        value: (high * 0x100000000 + low).as<s8>
        -model: true
        doc: The distance.
  child:
    doc: A child of a node, which is found by its distance. The smallest distance is the child's own length.
    doc-ref: org.apache.cassandra.io.tries.TrieNode.transition
    params:
      - id: idx
        type: s4
        doc: Number of the child, from 0.
    instances:
      distance:
        value: >-
          (_parent.kind == node_kind::single_nopayload_4 ? _parent.low :
           _parent.kind == node_kind::single_nopayload_12 ? _parent.low * 256 + _parent.low_distance :
           _parent.len_distance == 8 ? _parent.distances_8[idx] :
           _parent.len_distance == 12 ? _parent.distances_12[idx] :
           _parent.len_distance == 16 ? _parent.distances_16[idx] :
           _parent.len_distance == 24 ? _parent.distances_24[idx] :
           _parent.len_distance == 32 ? _parent.distances_32[idx] :
           _parent.len_distance == 40 ? _parent.distances_40[idx].value :
           _parent.distances_64[idx]).as<s8>
        doc: How many bytes the child starts before its parent; 0 if there is none (dense nodes).
      exists:
        value: distance != 0
        doc: There is a child.
      transition:
        value: >-
          _parent.is_single ? _parent.single_transition :
          _parent.is_sparse ? _parent.sparse_transitions[idx] :
          _parent.dense_start + idx
        doc: The byte of the key that leads here.
      child_pos:
        value: _parent.node_pos - distance
        doc: Position of the child in the file.
      node:
        pos: child_pos
        type: bti_trie(child_pos, _parent.is_rows, _parent.v)
        if: exists
        doc: The child.
  partition_payload:
    doc: |
      Where the partition is. The payload's bits are 7 plus the length of the position if there is a hash byte, which Cassandra always writes,
      else the length.
    doc-ref: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.Payload
    params:
      - id: payload_bits
        type: u1
        doc: Bits of the payload.
    seq:
      - id: hash
        type: u1
        if: payload_bits >= 8
        doc: |
          The least significant byte of the second half of the key's hash (`h1` in the doc of sstable_filter.ksy), which tells 255 of
          256 wrong candidates without a look at the key.
      - id: position
        type: "sized_int(payload_bits >= 8 ? payload_bits - 7 : payload_bits)"
        doc: |
          Where the partition is: if it is not negative, in Rows.db (`entry_pos`), else in Data.db (`data_pos`).
    instances:
      entry_pos:
        value: position.value
        if: position.value >= 0
        doc: The position of the partition's entry in Rows.db (bti_row_index.ksy), if it has one.
      data_pos:
        value: -1 - position.value
        if: position.value < 0
        doc: The position of the partition in the uncompressed stream of Data.db, if it has no entry in Rows.db.
  row_payload:
    doc: Where a block of rows is. Bits 0 to 2 of the payload's bits are the length of the offset, bit 3 says that a deletion follows.
    doc-ref: org.apache.cassandra.io.sstable.format.bti.RowIndexReader.IndexInfo
    params:
      - id: payload_bits
        type: u1
        doc: Bits of the payload.
      - id: v
        type: sstable_version
        doc: The version of the SSTable.
    seq:
      - id: offset
        type: sized_int(payload_bits & 7)
        doc: Where the block starts, in bytes from the start of the partition in Data.db.
      - id: open_deletion
        type: sstable_common::deletion_time(v)
        if: payload_bits >= 8
        doc: The deletion of a range tombstone that began before the block and is still open at its start.
enums:
  node_kind:
    0: {id: payload_only, doc: no children}
    1: {id: single_nopayload_4, doc: 'one child at up to 15 bytes, no payload'}
    2: {id: single_8, doc: one child at up to 255 bytes}
    3: {id: single_nopayload_12, doc: 'one child at up to 4095 bytes, no payload'}
    4: {id: single_16, doc: one child at up to 65535 bytes}
    5: {id: sparse_8, doc: 'children with their transitions, distances of 8 bits'}
    6: {id: sparse_12, doc: the same with 12 bits}
    7: {id: sparse_16, doc: the same with 16 bits}
    8: {id: sparse_24, doc: the same with 24 bits}
    9: {id: sparse_40, doc: the same with 40 bits}
    10: {id: dense_12, doc: 'a range of transitions, distances of 12 bits'}
    11: {id: dense_16, doc: the same with 16 bits}
    12: {id: dense_24, doc: the same with 24 bits}
    13: {id: dense_32, doc: the same with 32 bits}
    14: {id: dense_40, doc: the same with 40 bits}
    15: {id: long_dense, doc: the same with 64 bits}
