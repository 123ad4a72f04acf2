meta:
  id: sstable_statistics
  title: Statistics.db, the metadata of an SSTable
  license: Apache-2.0
  endian: be
  imports: [../common/uvint, ../common/svint, ../common/cql_type, ../common/sstable_version, ../common/sstable_common]
  -component: Statistics
doc: |
  What is known of an SSTable as a whole, in up to four parts: which partitioner it belongs to (validation), a sketch of its partition keys
  (compaction), numbers for choosing and skipping SSTables (stats), and the serialization header (header), without which Data.db cannot be
  read. Cassandra rewrites this file in place of all others when an SSTable is repaired or changes its level.

  The file starts with a table of contents; the parts follow in its order, each with a checksum after it where has_metadata_checksum holds.
doc-ref:
  - org.apache.cassandra.io.sstable.metadata.MetadataSerializer
  - org.apache.cassandra.io.sstable.metadata.MetadataType
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: num_components
    type: s4
    valid:
      min: 0
    -derive: count(toc)
    doc: Number of parts; 4 in every file that Cassandra writes.
  - id: num_components_crc
    type: u4
    if: v.has_metadata_checksum
    -checksum: {algo: crc32, over: [num_components]}
    doc: CRC-32 of the 4 bytes before.
  - id: toc
    type: toc_entry(_index)
    repeat: expr
    repeat-expr: num_components
    doc: The table of contents, in ascending order of kinds and offsets.
  - id: toc_crc
    type: u4
    if: v.has_metadata_checksum
    -checksum: {algo: crc32, over: [num_components, toc]}
    doc: CRC-32 of the count and the table of contents; not of the checksum between them.
-layout:
  - {for-each: toc, emit: [body, body_crc]}
types:
  toc_entry:
    doc: What one part is and where it starts. Its length follows from where the next one does.
    doc-ref: org.apache.cassandra.io.sstable.metadata.MetadataSerializer.deserialize
    params:
      - id: idx
        type: s4
        doc: Number of the entry, from 0.
    seq:
      - id: kind
        type: s4
        enum: component_kind
        doc: Which part it is.
      - id: ofs
        type: s4
        valid:
          min: 0
        -derive: offset_of(body)
        doc: Where it starts, in bytes from the start of the file.
    instances:
      ofs_next:
        value: 'idx + 1 < _parent.num_components ? _parent.toc[idx + 1].ofs : _io.size.as<s4>'
        doc: Where the next part starts, or the file ends.
      len_body:
        value: 'ofs_next - ofs - (_root.v.has_metadata_checksum ? 4 : 0)'
        doc: Length of the part in bytes, without its checksum.
      body:
        pos: ofs
        size: len_body
        type:
          switch-on: kind
          cases:
            component_kind::validation: validation_metadata
            component_kind::compaction: compaction_metadata
            component_kind::stats: stats_metadata(_root.v)
            component_kind::header: serialization_header
        doc: The part.
      body_crc:
        pos: ofs + len_body
        type: u4
        if: _root.v.has_metadata_checksum
        -checksum: {algo: crc32, over: [body]}
        doc: CRC-32 of the part.
  validation_metadata:
    doc: What must agree with the cluster and the table for the SSTable to be opened.
    doc-ref: org.apache.cassandra.io.sstable.metadata.ValidationMetadata
    seq:
      - id: partitioner
        type: sstable_common::java_utf
        doc: Class name of the partitioner, which gives the order of the partitions, e.g. `org.apache.cassandra.dht.Murmur3Partitioner`.
      - id: bloom_filter_fp_chance
        type: f8
        doc: |
          Rate of false positives that the Bloom filter was made for, 0 to 1. Cassandra makes it anew if the table's option has changed.
  compaction_metadata:
    doc: A sketch from which the number of different partition keys in several SSTables together can be estimated.
    doc-ref: org.apache.cassandra.io.sstable.metadata.CompactionMetadata
    seq:
      - id: len_cardinality
        type: s4
        valid:
          min: 0
        -derive: byte_len(cardinality)
        doc: Length of the sketch in bytes.
      - id: cardinality
        size: len_cardinality
        doc: |
          HyperLogLog++ of the partition keys (hyperloglog_plus.ksy). The keys are hashed by 64-bit Murmur2 with the seed 0
          (`MurmurHash.hash2_64`), not by the Murmur3 of tokens and filters.
  stats_metadata:
    doc: |
      Numbers by which SSTables are chosen for compaction and skipped by reads. Times are of the server's clock in seconds or of the client's in
      microseconds, since 1970, as each field says.

      In versions with has_uint_deletion_time four zeros for each tombstone bin follow at the end: Cassandra reckons 16 bytes a bin and
      writes 12. Files may hold more after what their version is known to have; that is kept.
    doc-ref: org.apache.cassandra.io.sstable.metadata.StatsMetadata.StatsMetadataSerializer
    -trailing: preserve
    params:
      - id: v
        type: sstable_version
        doc: The version of the SSTable.
    instances:
      len_padding:
        value: 'v.pads_tombstone_bins ? 4 * tombstone_bins.size : 0'
        doc: How many zeros `StatsMetadataSerializer` leaves behind what it writes, in bytes.
    seq:
      - id: estimated_partition_size
        type: estimated_histogram
        doc: Sizes of the partitions in bytes, before compression.
      - id: estimated_cell_per_partition_count
        type: estimated_histogram
        doc: Numbers of cells of the partitions.
      - id: commit_log_upper_bound
        type: commit_log_position
        doc: Up to here the commit log need not be replayed for what is in this SSTable.
      - id: min_timestamp
        type: s8
        doc: Smallest timestamp of any cell, row or deletion, in microseconds.
      - id: max_timestamp
        type: s8
        doc: Largest timestamp, in microseconds.
      - id: min_local_deletion_time
        type: u4
        doc: |
          Earliest local deletion time (the expiration, for data with a TTL), in seconds. If nothing is deleted or expires: 0x7fffffff, or
          0xffffffff with has_uint_deletion_time.
      - id: max_local_deletion_time
        type: u4
        doc: |
          Latest local deletion time, in seconds. If anything neither is deleted nor expires: 0x7fffffff, or 0xffffffff with
          has_uint_deletion_time. When it is long past the whole SSTable can be dropped.
      - id: min_ttl
        type: s4
        doc: Smallest TTL in seconds; 0 if anything has none.
      - id: max_ttl
        type: s4
        doc: Largest TTL in seconds; 0 if nothing has one.
      - id: compression_ratio
        type: f8
        doc: Compressed by uncompressed length of Data.db; -1 without compression.
      - id: max_bin_size
        type: s4
        doc: How many tombstone bins there could be, 100 in older files. Newer ones repeat the number of bins here. Nothing depends on it.
      - id: num_tombstone_bins
        type: s4
        valid:
          min: 0
        -derive: count(tombstone_bins)
        doc: Number of bins.
      - id: tombstone_bins
        type: bin(v)
        repeat: expr
        repeat-expr: num_tombstone_bins
        doc: Histogram of the local deletion times, ascending.
      - id: sstable_level
        type: s4
        doc: Level in LeveledCompactionStrategy; 0 with the other strategies.
      - id: repaired_at
        type: s8
        doc: When the SSTable was repaired, in milliseconds; 0 if it was not.
      - id: legacy_min_clustering
        type: legacy_clustering
        if: v.has_legacy_min_max
        -absent: none
        -droppable: true
        doc: Smallest value of each clustering column. Not to be trusted without has_accurate_min_max.
      - id: legacy_max_clustering
        type: legacy_clustering
        if: v.has_legacy_min_max
        -absent: none
        -droppable: true
        doc: Largest value of each clustering column.
      - id: covered_clustering
        type: covered_clustering
        if: v.has_improved_min_max and not v.has_legacy_min_max
        -absent: none
        -droppable: true
        doc: The range of clusterings in which all rows, the static ones aside, and range tombstones are.
      - id: has_legacy_counter_shards
        type: u1
        -bool: true
        doc: There may be counter shards of Cassandra before 2.1, which replicas resolve in another way.
      - id: total_columns_set
        type: s8
        doc: |
          Number of columns that have a cell, over all rows. A deleted cell counts like another; a collection counts once, and not at all if
          the row has only a deletion of it.
      - id: total_rows
        type: s8
        doc: Number of rows, and of static rows that are not empty. Markers of range tombstones do not count.
      - id: commit_log_lower_bound
        type: commit_log_position
        if: v.has_commit_log_lower_bound
        -absent: none
        -droppable: true
        doc: Where the part of the commit log starts that is in this SSTable.
      - id: commit_log_intervals
        type: commit_log_intervals
        if: v.has_commit_log_intervals
        -absent: none
        -droppable: true
        doc: The parts of the commit log that are in this SSTable; supersedes the two bounds.
      - id: has_pending_repair
        type: u1
        if: v.has_pending_repair
        valid:
          any-of: [0, 1]
        -derive: present(pending_repair)
        doc: 1 if the SSTable is part of an incremental repair that goes on, else 0.
      - id: pending_repair
        size: 16
        if: v.has_pending_repair and has_pending_repair != 0
        doc: The repair session, a time UUID.
      - id: has_zero_copy_metadata
        type: u1
        if: v.has_zero_copy_metadata
        valid:
          any-of: [0, 1]
        -derive: present(zero_copy_metadata)
        doc: 1 if the files are slices of a larger SSTable's, else 0.
      - id: zero_copy_metadata
        type: zero_copy_metadata
        if: v.has_zero_copy_metadata and has_zero_copy_metadata != 0
        doc: What the slices were cut from.
      - id: incremental_node_sync_time
        type: s8
        if: v.has_incremental_node_sync_metadata
        -absent: none
        -droppable: true
        doc: When NodeSync validated the data last, in milliseconds; 2^63 - 1 if it did not.
      - id: max_column_value_lengths
        type: max_column_value_lengths
        if: v.has_max_column_value_lengths
        -absent: none
        -droppable: true
        doc: Lengths of the columns' longest values.
      - id: is_transient
        type: u1
        if: v.has_is_transient
        -absent: false
        -bool: true
        doc: The data is of a transient replica, and may be dropped once it has been repaired.
      - id: misplaced_has_partition_level_deletions
        type: u1
        if: v.has_misplaced_partition_level_deletions_presence_marker
        -bool: true
        -same-as: has_partition_level_deletions
        doc: As has_partition_level_deletions, at another place.
      - id: has_originating_host_id
        type: u1
        if: v.has_originating_host_id
        valid:
          any-of: [0, 1]
        -derive: present(originating_host_id)
        doc: 1 if the host id follows, else 0.
      - id: originating_host_id
        size: 16
        if: v.has_originating_host_id and has_originating_host_id != 0
        doc: The node, by its UUID, whose commit log the commit log positions are of.
      - id: has_partition_level_deletions
        type: u1
        if: v.has_partition_level_deletions_presence_marker
        -absent: none
        -droppable: true
        -bool: true
        doc: |
          There may be deletions of whole partitions; so too where this is not stored, unless min_local_deletion_time says that nothing is deleted.
      - id: covered_clustering_late
        type: covered_clustering
        if: v.has_improved_min_max and v.has_legacy_min_max
        -same-as: covered_clustering
        doc: As covered_clustering, at another place.
      - id: first_key
        type: sstable_common::bytes_uvint
        if: v.has_key_range
        -absent: none
        -droppable: true
        doc: The first partition key.
      - id: last_key
        type: sstable_common::bytes_uvint
        if: v.has_key_range
        -absent: none
        -droppable: true
        doc: The last partition key.
      - id: token_space_coverage
        type: f8
        if: v.has_token_space_coverage
        -absent: none
        -droppable: true
        doc: Share of the ring's tokens that lie between the SSTable's, in the ranges that the node has, 0 to 1; NaN if unknown.
  estimated_histogram:
    doc: |
      Counts of values in buckets whose bounds grow by a fifth from one to the next. A bucket counts the values above its lower bound, up to
      the next bucket's lower bound. The last one counts all above; if it is not 0, the histogram has overflowed.
    doc-ref: org.apache.cassandra.utils.EstimatedHistogram.EstimatedHistogramSerializer
    seq:
      - id: num_buckets
        type: s4
        valid:
          min: 1
        -derive: count(buckets)
        doc: Number of buckets.
      - id: buckets
        type: bucket
        repeat: expr
        repeat-expr: num_buckets
        doc: The buckets, ascending.
    types:
      bucket:
        doc: One bucket.
        doc-ref: org.apache.cassandra.utils.EstimatedHistogram
        seq:
          - id: offset
            type: s8
            doc: |
              Lower bound, which is not in the bucket. The first bucket has none, and repeats the second one's, up to which it counts.
          - id: count
            type: s8
            doc: Number of values.
  bin:
    doc: |
      A bin of the tombstone histogram. It stands for all times that are nearer to it than to its neighbours. Before has_uint_deletion_time it
      takes 16 bytes, with it 12.
    doc-ref:
      - org.apache.cassandra.utils.streamhist.TombstoneHistogram.HistogramSerializer
      - org.apache.cassandra.utils.streamhist.TombstoneHistogram.LegacyHistogramSerializer
    params:
      - id: v
        type: sstable_version
        doc: The version of the SSTable.
    seq:
      - id: point
        type: f8
        if: not v.has_uint_deletion_time
        doc: Local deletion time in seconds, mean of those in the bin; a whole number in most files.
      - id: int_point
        type: s8
        if: v.has_uint_deletion_time
        -same-as: point
        doc: The same as a whole number.
      - id: count
        type: s8
        if: not v.has_uint_deletion_time
        doc: Number of cells and deletions.
      - id: int_count
        type: s4
        if: v.has_uint_deletion_time
        -same-as: count
        doc: The same in four bytes.
  commit_log_position:
    doc: A place in the commit log of the node that wrote the SSTable.
    doc-ref: org.apache.cassandra.db.commitlog.CommitLogPosition
    seq:
      - id: segment_id
        type: s8
        doc: Number of the segment, as its file name has it; -1 if there is none.
      - id: position
        type: s4
        doc: Offset in the segment in bytes.
  commit_log_intervals:
    doc: A set of intervals of the commit log.
    doc-ref: org.apache.cassandra.db.commitlog.IntervalSet
    seq:
      - id: num_intervals
        type: s4
        valid:
          min: 0
        -derive: count(intervals)
        doc: Number of intervals.
      - id: intervals
        type: commit_log_interval
        repeat: expr
        repeat-expr: num_intervals
        doc: The intervals, ascending, without overlaps.
  commit_log_interval:
    doc: One interval.
    doc-ref: org.apache.cassandra.db.commitlog.IntervalSet
    seq:
      - id: lower
        type: commit_log_position
        doc: Where it starts.
      - id: upper
        type: commit_log_position
        doc: Where it ends.
  zero_copy_metadata:
    doc: |
      DSE streams a range of an SSTable without rewriting it: the chunks that have the range are copied, and the indexes keep the positions of
      the whole file. Such files are partial; positions are to be reduced by where the slice starts.
    doc-ref: org.apache.cassandra.io.sstable.metadata.ZeroCopyMetadata
    seq:
      - id: data_start
        type: s8
        doc: Position in the whole uncompressed stream where the slice starts, in bytes.
      - id: data_end
        type: s8
        doc: Position where it ends.
      - id: chunk_size
        type: s4
        doc: The chunk length; the slice was cut at a multiple of it at or before `data_start`.
      - id: estimated_keys
        type: s8
        doc: About how many partitions there are in the slice.
      - id: first_key
        type: sstable_common::bytes_u2
        doc: First partition key of the slice.
      - id: last_key
        type: sstable_common::bytes_u2
        doc: Last partition key of the slice.
  max_column_value_lengths:
    doc: For each column how long its longest value is.
    doc-ref: org.apache.cassandra.io.sstable.metadata.StatsMetadata
    seq:
      - id: num_columns
        type: s4
        valid:
          min: 0
        -derive: count(columns)
        doc: Number of columns.
      - id: columns
        type: max_column_value_length
        repeat: expr
        repeat-expr: num_columns
        doc: The columns.
  max_column_value_length:
    doc: One column.
    doc-ref: org.apache.cassandra.io.sstable.metadata.StatsMetadata
    seq:
      - id: name
        type: sstable_common::bytes_uvint
        doc: Name of the column.
      - id: max_length
        type: s4
        doc: Length of its longest value in bytes.
  legacy_clustering:
    doc: The smallest, or the largest, values of the clustering columns, each column by itself.
    doc-ref: org.apache.cassandra.io.sstable.metadata.StatsMetadata.StatsMetadataSerializer
    seq:
      - id: num_values
        type: s4
        valid:
          min: 0
        -derive: count(values)
        doc: Number of columns with a value; may be less than there are.
      - id: values
        type: sstable_common::bytes_u2
        repeat: expr
        repeat-expr: num_values
        doc: The values, as the types serialize them.
  covered_clustering:
    doc: |
      A range of clusterings, as a slice of two bounds. It includes the rows and the range tombstones. Static rows and deletions of whole
      partitions do not count: they do not widen the range, and has_partition_level_deletions tells of the latter.

      Where there are no rows and no range tombstones, the bounds are those that the writer began with, and stand the other way round: `lower`
      is an excl_start_bound without values (after everything) and `upper` an excl_end_bound without values (before everything).
    doc-ref: org.apache.cassandra.db.Slice.Serializer
    seq:
      - id: num_types
        type: uvint
        -derive: count(clustering_types)
        doc: Number of clustering columns.
      - id: clustering_types
        type: cql_type
        repeat: expr
        repeat-expr: num_types.value
        doc: Their types, as in the header.
      - id: lower
        type: sstable_common::clustering_bound(clustering_types)
        doc: Where it starts. Without values, an incl_start_bound is before everything.
      - id: upper
        type: sstable_common::clustering_bound(clustering_types)
        doc: Where it ends. Without values, an incl_end_bound is after everything.
  serialization_header:
    doc: |
      What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and
      types of the columns, which the rows refer to by their order.

      The three are meant to be the smallest ones of the SSTable, but need not be, and nothing may be concluded from them: they only make the
      differences short. A flush stores the smallest ones of the updates to the memtable, but passes over updates whose smallest one is
      just 2015-09-22 (of TTLs: 0); a compaction those of its inputs' statistics, and what had them may be gone; CQLSSTableWriter stores
      2015-09-22 and 0 whatever it writes. The difference of what is below them is negative, and takes 9 bytes in wrapping arithmetic.

      It is the schema as it was when the SSTable was written. Columns may have been dropped or added since, and the names of the key columns
      are not here at all.
    doc-ref: org.apache.cassandra.db.SerializationHeader.Component
    seq:
      - id: min_timestamp_delta
        type: uvint
        -delta: {as: min_timestamp, base: timestamp_epoch}
        doc: |
          To 2015-09-22 00:00 UTC, in microseconds; in wrapping arithmetic, so that an earlier time takes 9 bytes. (That day Cassandra 3.0 was
          about to be released.)
      - id: min_local_deletion_time_delta
        type: uvint
        -delta: {as: min_local_deletion_time, base: deletion_time_epoch}
        doc: To the same day, in seconds.
      - id: min_ttl_delta
        type: uvint
        -delta: {as: min_ttl, base: ttl_epoch}
        doc: The TTL itself, in seconds.
      - id: key_type
        type: cql_type
        doc: Type of the partition key; a CompositeType if it has several columns.
      - id: num_clustering_types
        type: uvint
        -derive: count(clustering_types)
        doc: Number of clustering columns.
      - id: clustering_types
        type: cql_type
        repeat: expr
        repeat-expr: num_clustering_types.value
        doc: Their types, in the order of the primary key.
      - id: static_columns
        type: column_list
        doc: The static columns.
      - id: regular_columns
        type: column_list
        doc: The others.
    instances:
      timestamp_epoch:
        value: (1442880000000000).as<s8>
        doc: 2015-09-22 00:00 UTC in microseconds since 1970, when Cassandra 3.0 was about to be released (`EncodingStats.TIMESTAMP_EPOCH`).
      deletion_time_epoch:
        value: 1442880000
        doc: The same day in seconds since 1970 (`EncodingStats.DELETION_TIME_EPOCH`).
      ttl_epoch:
        value: 0
        doc: What the smallest TTL is relative to (`EncodingStats.TTL_EPOCH`).
      min_timestamp:
        value: min_timestamp_delta.value.as<s8> + timestamp_epoch
        doc: What timestamps in Data.db are relative to; need not be the smallest. In microseconds since 1970.
      min_local_deletion_time:
        value: min_local_deletion_time_delta.value.as<s8> + deletion_time_epoch
        doc: What local deletion times in Data.db are relative to; need not be the smallest. In seconds since 1970.
      min_ttl:
        value: min_ttl_delta.value.as<s8> + ttl_epoch
        doc: What TTLs in Data.db are relative to; need not be the smallest. In seconds.
  column_list:
    doc: Columns in the order in which rows have them.
    doc-ref: org.apache.cassandra.db.SerializationHeader.Serializer.writeColumnsWithTypes
    seq:
      - id: num_columns
        type: uvint
        -derive: count(columns)
        doc: Number of columns.
      - id: columns
        type: column
        repeat: expr
        repeat-expr: num_columns.value
        doc: Simple columns first, then those of several cells, each in order of their names' bytes.
  column:
    doc: One column.
    doc-ref: org.apache.cassandra.db.SerializationHeader.Serializer
    seq:
      - id: name
        type: sstable_common::bytes_uvint
        doc: Its name, in UTF-8 as a rule.
      - id: column_type
        type: cql_type
        doc: |
          Its type. Decides whether the column has one cell or several, with one exception: Cassandra 3.0 knew frozen user types only and did
          not write FrozenType around them, so that for a UserType in files of ma to me the schema must be asked.
enums:
  component_kind:
    0: {id: validation, doc: what must agree with cluster and table}
    1: {id: compaction, doc: a sketch of the partition keys}
    2: {id: stats, doc: numbers for compaction and reads}
    3: {id: header, doc: the serialization header}
