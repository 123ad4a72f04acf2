meta:
  id: sstable_version
  title: The versions of SSTables and what distinguishes them
  -order: [is_first_read_by_6_0, has_uint_deletion_time, not predates_4_0]
  license: Apache-2.0
  endian: be
  -versions:
    big: [ma, mb, mc, md, me, na, nb, nc, oa, pa]
    bti: [da, ea]
    dse: [aa, ac, ad, ba, bb, ca, cb, cc]
doc: |
  The two letters in front of an SSTable's file names (`nb-1-big-Data.db`) are its version. The first letter stands for the format's major
  version, which older releases refuse; the second for a minor one, which they can read. Letters compare within one format only: `da` of BTI
  is younger than `md` of BIG although it sorts before it.

  This is the one place that knows versions. All other files ask for a feature by name (`if: v.has_pending_repair`), never for letters, so
  that a new version with known fields is one more code above, and a new field is one more instance below. Instances are named as the
  methods of Cassandra's Version (`hasPendingRepair`).

      format  codes           written by
      big     ma mb mc md me  Cassandra 3.0 to 3.11 (me: 3.0.25, 3.11.11 and later)
              na nb           4.0 release candidates; 4.0, 4.1, and 5.0 in its default compatibility mode
              nc              5.0 before its release: the layout of nb with four of oa's fields after it
              oa              5.0 without compatibility mode
              pa              6.0
      bti     da ea           5.0 and 6.0 with `selected_format: bti`
      dse     aa ac ad        DSE 6.0 to 6.7: the first tries, otherwise much like na
              ba bb           DSE 6.8
              ca cb cc        DataStax's branches of Cassandra 4.0 and 5.0

  The list under `dse` is of BTI files too (`aa-1-bti-Data.db`, and `is_bti` is true): the two share one sequence of letters, in which DSE's
  come first, but DSE's are not a history of BTI as Cassandra's are, so that they are told apart by `code < "da"` below.
doc-ref:
  - org.apache.cassandra.io.sstable.format.Version
  - org.apache.cassandra.io.sstable.format.big.BigFormat.BigVersion
  - org.apache.cassandra.io.sstable.format.bti.BtiFormat.BtiVersion
params:
  - id: is_bti
    type: bool
    doc: The file name says `bti` (tries, Partitions.db and Rows.db) rather than `big` (Index.db and Summary.db).
  - id: code
    type: str
    doc: The two letters.
instances:
  is_dse:
    value: is_bti and code < "da"
    doc: A version of DSE or of DataStax's branches. Not a feature of its own; the instances below are put together with it.
  has_tries:
    value: is_bti
    doc: Partitions.db and Rows.db are the index, tries, instead of Index.db and Summary.db.
  has_commit_log_lower_bound:
    value: is_bti or code >= "mb"
    doc: The statistics say from which commit log position on the SSTable's data was logged, not only up to which.
  has_commit_log_intervals:
    value: is_bti or code >= "mc"
    doc: The statistics list the intervals of the commit log that the SSTable covers.
  has_accurate_min_max:
    value: '(is_bti and ((code >= "ac" and code < "ba") or code >= "da")) or (not is_bti and code >= "md" and code < "oa")'
    doc: |
      The legacy smallest and largest clustering values can be trusted; before, range tombstones and static rows could make them wrong
      (CASSANDRA-14861), and readers must ignore them. The improved form is always right.
  has_legacy_min_max:
    value: '(is_bti and code < "ba") or (not is_bti and code < "oa")'
    doc: The smallest and largest clustering are lists of values, without their types and without being inclusive or exclusive.
  has_improved_min_max:
    value: '(is_bti and code >= "ba") or (not is_bti and code >= "nc")'
    doc: |
      The range of clusterings is a pair of bounds after the clustering types. Where has_legacy_min_max holds too (nc) this stands late, else
      in the place of the legacy lists.
  has_originating_host_id:
    value: >-
      (is_bti and ((code >= "ad" and code < "ba") or code >= "bb")) or
      (not is_bti and ((code >= "me" and code < "na") or code >= "nb"))
    doc: |
      The statistics name the node that wrote the SSTable, whose commit log positions are meant. Added to old and new lines at once: me and nb have
      it, na has not.
  has_metadata_checksum:
    value: is_bti or code >= "na"
    doc: Statistics.db has a CRC-32 after its count, its table of contents and each of its bodies.
  has_max_compressed_length:
    value: is_bti or code >= "na"
    doc: CompressionInfo.db says from which size on a chunk is stored as it is.
  has_pending_repair:
    value: is_bti or code >= "na"
    doc: The statistics name the incremental repair session that the SSTable belongs to.
  has_is_transient:
    value: '(is_bti and code >= "ca") or (not is_bti and code >= "na")'
    doc: The statistics say whether the SSTable holds transiently replicated data.
  has_old_bf_format:
    value: '(is_bti and code < "ba") or (not is_bti and code < "na")'
    doc: The words of the Bloom filter are written as big-endian integers, not as their bytes in memory (CASSANDRA-9067).
  has_partition_level_deletions_presence_marker:
    value: '(is_bti and code >= "da") or (not is_bti and code >= "nc")'
    doc: The statistics say, after the host id, whether any partition has a deletion.
  has_misplaced_partition_level_deletions_presence_marker:
    value: is_bti and code >= "ba" and code < "da"
    doc: The same statement stands before the host id. DSE and its branches.
  has_key_range:
    value: '(is_bti and code >= "da") or (not is_bti and code >= "nc")'
    doc: The statistics hold the first and the last partition key.
  has_uint_deletion_time:
    value: '(is_bti and code >= "da") or (not is_bti and code >= "oa")'
    doc: |
      Local deletion times are unsigned (up to 2106 instead of 2038), bins of tombstones have integer times, a live deletion time takes one byte.
  has_token_space_coverage:
    value: '(is_bti and code >= "cb") or (not is_bti and code >= "oa")'
    doc: The statistics say which share of the ring the SSTable covers.
  has_compression_dictionary:
    value: '(is_bti and code >= "ea") or (not is_bti and code >= "pa")'
    doc: CompressionInfo.db may end with a dictionary for the compressor.
  has_zero_copy_metadata:
    value: is_bti and code >= "ba" and code < "ca"
    doc: The statistics may say that the files are slices of another SSTable, which was streamed in parts. DSE 6.8.
  has_incremental_node_sync_metadata:
    value: is_bti and code >= "ba" and code < "ca"
    doc: The statistics hold the time of the last NodeSync validation. DSE 6.8.
  has_max_column_value_lengths:
    value: is_bti and code >= "ba" and code < "ca"
    doc: The statistics hold the length of the longest value of each column. DSE 6.8.
  has_implicitly_frozen_tuples:
    value: is_bti and code < "cc"
    doc: |
      The types in the serialization header do not say FrozenType around tuples, which are frozen all the same. No difference in layout, but
      in how to compare types.
  has_legacy_byte_comparable_keys:
    value: is_bti and code < "ca"
    doc: |
      Keys of tries are in the first version of the byte-comparable encoding (ByteComparable.Version.LEGACY), later ones in OSS50 (OSS41 in ca to
      cc). Some types differ between the two.
  is_first_read_by_6_0:
    value: '(is_bti and code >= "ea") or (not is_bti and code >= "pa")'
    doc: |
      Releases before 6.0 refuse it; the layout is the same. The sstabledump of 6.0 prints a sentence for a value without JSON text, others fail.

  is_written:
    value: >-
      (is_bti and code >= "da") or
      (not is_bti and ((code >= "me" and code < "na") or (code >= "nb" and code < "nc") or code >= "oa"))
    doc: CQLite writes the version. Its policy, not the format's - the last version of each line of releases, and all to come.

  # What releases did, where no layout tells it: what is in their files that the rows do not let expect.
  may_order_empty_values_first:
    value: not is_bti and code < "md"
    doc: |
      Rows whose value of a descending column is empty may come first (ReversedType before 3.0.9 and 3.8; CASSANDRA-12127).
  may_have_unfrozen_user_types:
    value: is_bti or code >= "mb"
    doc: A column of a user type may have a cell for each of its fields (UserType.isMultiCell, since 3.6; CASSANDRA-7423).
  may_have_implicitly_frozen_user_types:
    value: not is_bti and code < "na"
    doc: |
      Types in the header may leave out FrozenType around user types (UserType before 3.0.19 and 3.11.5; CASSANDRA-15035): the rows tell.
  predates_5_0:
    value: not is_bti and code < "nb"
    doc: '5.0 does not write it: "never" as a local deletion time is 2^31 - 1 in differences, and sizes of partitions have 151 buckets, not 156.'
  counts_only_expiring_rows:
    value: not is_bti and code < "mb"
    doc: Rows without a TTL do not count for the ranges of TTLs and local deletion times of the statistics (MetadataCollector of 3.0.0).
  may_count_live_as_deletions:
    value: not is_bti and code < "md"
    doc: |
      What is live may count in the histogram of tombstones (MetadataCollector.updateLocalDeletionTime, up to some release that writes mc).
  may_count_cells_twice:
    value: >-
      (is_bti and (code < "ad" or (code >= "ba" and code < "bb"))) or
      (not is_bti and (code < "me" or (code >= "na" and code < "nb")))
    doc: |
      The histogram of cells may count a partition's twice (MetadataCollector.addCellPerPartitionCount, in some releases of 3.11 and before 4.0).
  may_deny_compression:
    value: not is_bti and code < "mb"
    doc: The compression ratio may be -1 though there is compression (MetadataCollector.NO_COMPRESSION_RATIO, which 3.0.0 always writes).
  pads_tombstone_bins:
    value: '(is_bti and code >= "da") or (not is_bti and code >= "oa")'
    doc: |
      Zeros end the statistics: StatsMetadataSerializer reckons 16 bytes for each bin of the histogram of tombstones and writes 12
      (TombstoneHistogram, since CASSANDRA-14227).
  predates_4_0:
    value: not is_bti and code < "na"
    doc: 4.0 does not write it - the most bins of tombstones are stated as 100, not as their number, and no reader has Zstd or Noop.
  covers_clusterings_exactly:
    value: '(is_bti and code >= "da") or (not is_bti and code >= "nc")'
    doc: The range of clusterings in the statistics is no wider than the rows (MetadataCollector, since CASSANDRA-18134); DSE's is.
  may_be_compacted_by_cursor:
    value: not is_bti and code >= "pa"
    doc: |
      SSTableCursorWriter may have written it (compaction of 6.0; CASSANDRA-20918): without distances between rows and the mark of the partition's
      end in the last block of its row index, with deleted cells that are marked as expiring, and empty static rows that count.
  may_have_dse_types:
    value: is_dse
    doc: Columns may have DSE's own types (PointType, LineStringType, PolygonType, DateRangeType).
  counts_checksums_as_compressed:
    value: is_dse
    doc: The compression ratio may be that of the file, with the chunks' checksums (DSE), instead of that of the chunks alone.
  counts_otherwise:
    value: is_dse
    doc: The histograms of the statistics are not those of Cassandra's MetadataCollector. DSE and its branches.
