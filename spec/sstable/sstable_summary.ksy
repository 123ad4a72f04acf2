meta:
  id: sstable_summary
  title: Summary.db, a sample of the partition index (BIG)
  license: Apache-2.0
  endian: be
  imports: [../common/sstable_version, ../common/sstable_common]
  -component: Summary
doc: |
  Every 128th partition key (by default) with the position of its entry in Index.db, for a binary search in memory that leaves at most that many
  entries to scan. It can be rebuilt from Index.db and is no part of what a backup needs. All versions of BIG have had the same layout so
  far; BTI has no summary.

  When memory is short Cassandra thins summaries out: of 128 possible samples (the sampling level) it keeps fewer, evenly spread.

  Beware of the byte order, which is the writing machine's in the middle part (thus little-endian everywhere Cassandra runs) and big-endian in
  the rest.
doc-ref: org.apache.cassandra.io.sstable.indexsummary.IndexSummary.IndexSummarySerializer
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: min_index_interval
    type: s4
    valid:
      min: 1
    doc: |
      At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built. If the table's option
      has changed since, Cassandra builds the summary anew.
  - id: num_entries
    type: s4
    valid:
      min: 0
    -derive: count(entries)
    doc: Number of entries.
  - id: len_offsets_and_entries
    type: s8
    valid:
      min: 0
    -derive: byte_len(offsets) + byte_len(entries)
    doc: Length in bytes of both arrays below together.
  - id: sampling_level
    type: s4
    valid:
      min: 1
      max: 128
    doc: How many of 128 samples are kept; 128 means that none was dropped.
  - id: size_at_full_sampling
    type: s4
    valid:
      min: 0
    doc: How many entries there would be at sampling level 128.
  - id: offsets
    type: u4le
    repeat: expr
    repeat-expr: num_entries
    -derive: offset_of(entries[_index]) - offset_of(offsets)
    doc: |
      Where each entry starts, in bytes from the start of this array; ascending. So the first is `4 * num_entries`.
  - id: entries
    type: entry(_index)
    repeat: expr
    repeat-expr: num_entries
    doc: The samples, in token order as in Index.db.
  - id: first_key
    type: sstable_common::bytes_u4
    doc: The first partition key of the SSTable.
  - id: last_key
    type: sstable_common::bytes_u4
    doc: The last partition key of the SSTable.
instances:
  base_sampling_level:
    value: 128
    doc: How many samples of a key's interval there are at full sampling (`Downsampling.BASE_SAMPLING_LEVEL`).
types:
  entry:
    doc: A partition key and where to find it. Its length is the distance to the next entry.
    doc-ref: org.apache.cassandra.io.sstable.indexsummary.IndexSummary
    params:
      - id: idx
        type: s4
        doc: Number of the entry, from 0.
    seq:
      - id: key
        size: ofs_next - _parent.offsets[idx] - index_pos._sizeof
        doc: The partition key.
      - id: index_pos
        type: s8le
        doc: Position of the key's entry in Index.db, in bytes.
    instances:
      ofs_next:
        value: 'idx + 1 < _parent.num_entries ? _parent.offsets[idx + 1] : _parent.len_offsets_and_entries.as<u4>'
        doc: Where the next entry starts, or the last one ends.
