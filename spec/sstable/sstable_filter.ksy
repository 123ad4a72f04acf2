meta:
  id: sstable_filter
  title: Filter.db, the Bloom filter over the partition keys
  license: Apache-2.0
  endian: be
  imports: [../common/sstable_version]
  -component: Filter
doc: |
  Tells for most of the partition keys that the SSTable does not have that it does not have them, without a look into its index. Absent, or
  empty, if the table's `bloom_filter_fp_chance` is 1; then every key may be there.

  A key is hashed once, by the 128-bit Murmur3 hash that also makes the default partitioner's tokens, and `num_hashes` bit numbers are made
  from the two halves: `abs((h1 + i * h0) % num_bits)`, in wrapping signed 64-bit arithmetic, where `num_bits` is `64 * num_words`. All of
  them are set if the SSTable may have the key. Bit `n` of the filter is bit `n % 64` (counted from the least significant) of word `n / 64`.
doc-ref:
  - org.apache.cassandra.utils.BloomFilterSerializer
  - org.apache.cassandra.utils.obs.OffHeapBitSet
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: num_hashes
    type: s4
    valid:
      min: 0
    doc: How many bits are looked at for each key, 1 to about 20.
  - id: num_words
    type: s4
    valid:
      min: 0
    -derive: 'present(words) ? count(words) : count(old_words)'
    doc: Number of 64-bit words.
  - id: words
    type: u8le
    repeat: expr
    repeat-expr: num_words
    if: not v.has_old_bf_format
    doc: |
      The bits. Little-endian, unlike almost all else, because Cassandra copies its memory to the file: as bytes, bit `n` is bit `n % 8` of
      byte `n / 8`.
  - id: old_words
    type: u8be
    repeat: expr
    repeat-expr: num_words
    if: v.has_old_bf_format
    -same-as: words
    doc: The same words, each written big-endian.
