meta:
  id: sstable_index
  title: Index.db, the partition index with its row indexes (BIG)
  license: Apache-2.0
  endian: be
  imports: [../common/uvint, ../common/svint, ../common/cql_type, ../common/sstable_version, ../common/sstable_common]
  -component: Index
doc: |
  An entry for each partition, in the order of Data.db: its key and its position there. Partitions larger than the node's `column_index_size`
  (64 KiB unless configured) have a row index too, called the promoted index since it moved here from Data.db: for each block of about that
  many bytes the first and the last clustering, so that a slice of the partition can be read without what stands before it.

  A reader comes here with a position from Summary.db and goes on entry by entry; or it reads the file from its start. The row index is most
  of an entry, its length stands in front, and it is worth while not to parse it unless it is needed.
doc-ref:
  - org.apache.cassandra.io.sstable.format.big.RowIndexEntry
  - org.apache.cassandra.io.sstable.IndexInfo
-mode: visit
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
  - id: clustering_types
    type: cql_type[]
    doc: Types of the clustering columns, from the serialization header in Statistics.db.
seq:
  - id: entries
    type: entry
    repeat: eos
    doc: The partitions in token order.
types:
  entry:
    doc: Where one partition is.
    doc-ref: org.apache.cassandra.io.sstable.format.big.RowIndexEntry.Serializer
    -mode: visit
    -event: index_entry
    seq:
      - id: key
        type: sstable_common::bytes_u2
        doc: The partition key.
      - id: data_pos
        type: uvint
        doc: Position of the partition in the uncompressed stream of Data.db, in bytes.
      - id: len_promoted
        type: uvint
        -derive: byte_len(promoted)
        doc: Length in bytes of the row index; 0 if there is none.
      - id: promoted
        type: promoted_index
        size: len_promoted.value
        if: len_promoted.value > 0
        doc: The row index.
  promoted_index:
    doc: |
      The blocks of one partition. What stands before the first block, the partition's key, deletion and static row, is told here as well, so that
      a slice needs two reads only: this, and the blocks it touches.
    doc-ref: org.apache.cassandra.io.sstable.format.big.RowIndexEntry.IndexedEntry
    -mode: lazy
    seq:
      - id: header_length
        type: uvint
        doc: |
          Bytes from the start of the partition to its first row or marker: key, deletion and, if the table has static columns, the static
          row. Equal to the first block's offset.
      - id: deletion_time
        type: sstable_common::deletion_time(_root.v)
        doc: The deletion of the partition, again.
      - id: num_blocks
        type: uvint
        -derive: count(blocks)
        doc: Number of blocks; at least 2, since one block would not be worth an index.
      - id: blocks
        type: index_info
        repeat: expr
        repeat-expr: num_blocks.value
        doc: The blocks, in clustering order.
      - id: offsets
        type: s4
        repeat: expr
        repeat-expr: num_blocks.value
        -derive: offset_of(blocks[_index]) - offset_of(blocks)
        doc: |
          Where each element of `blocks` starts, in bytes from the start of the first (which therefore has 0). These are the last
          `4 * num_blocks` bytes of the row index, so that a binary search can start from the end and parse a few blocks only.
    instances:
      ofs_offsets:
        value: _io.size - offsets[0]._sizeof * num_blocks.value
        doc: Where `offsets` starts, in bytes from the start of the row index.
  index_info:
    doc: A block of rows and markers of one partition.
    doc-ref: org.apache.cassandra.io.sstable.IndexInfo.Serializer
    seq:
      - id: first_name
        type: sstable_common::clustering_prefix(_root.clustering_types)
        doc: Clustering of the first row or marker in the block.
      - id: last_name
        type: sstable_common::clustering_prefix(_root.clustering_types)
        doc: Clustering of the last row or marker in the block.
      - id: offset
        type: uvint
        doc: Where the block starts, in bytes from the start of the partition in Data.db.
      - id: width_delta
        type: svint
        -delta: {as: width, base: 65536}
        doc: |
          Length of the block less 65536, the default block size of old, to make small numbers of large ones; the constant does not
          follow the table's or the node's settings.
      - id: has_end_open_marker
        type: u1
        valid:
          any-of: [0, 1]
        -derive: present(end_open_marker)
        doc: 1 if a range tombstone that began in this block or before is still open at its end, else 0.
      - id: end_open_marker
        type: sstable_common::deletion_time(_root.v)
        if: has_end_open_marker != 0
        doc: The deletion of that range, without which a reader that starts with the next block would miss it.
    instances:
      width:
        value: width_delta.value + 65536
        doc: Length of the block in bytes.
