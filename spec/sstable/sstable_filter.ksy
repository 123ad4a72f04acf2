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
  from its two halves: `abs((h1 + i * h0) % num_bits)`, in wrapping signed 64-bit arithmetic, where `num_bits` is `64 * num_words` and `i` goes
  from 0. All of them are set if the SSTable may have the key. Bit `n` of the filter is bit `n % 64` (counted from the least significant) of
  word `n / 64`. The hash is this one with every partitioner, and is taken of the key's bytes as Data.db has them.

  The hash is MurmurHash3_x64_128 with the seed 0, its halves `h0` and `h1` as signed numbers of 64 bits, but for one deviation. A key is
  taken in blocks of 16 bytes, as two little-endian words each; the last 0 to 15 bytes (the tail) are put together into two words
  byte by byte: `k ^= byte << shift`, with shifts 0, 8, … 56. Other implementations take these bytes as unsigned; Cassandra takes them as
  *signed*, so that a byte from 0x80 on inverts all bits above its own eight. Keys whose tail is ASCII have the same hash in both, others have
  not: with a library's function their tokens are wrong, and the filter seems to say that keys are not there which are. For example:

      key           h0                      h1                      h0 with an unsigned tail
      66            -7907455435422653521    -4517908430071994335    -7907455435422653521
      c5            -7071807622459317306    -1543031066781234691    -6725371245767251704
doc-ref:
  - org.apache.cassandra.utils.MurmurHash.hash3_x64_128
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
      The bits. Little-endian, unlike almost all else, as Cassandra copies its memory to the file: bit `n` is bit `n % 8` of byte `n / 8`.
  - id: old_words
    type: u8be
    repeat: expr
    repeat-expr: num_words
    if: v.has_old_bf_format
    -same-as: words
    doc: The same words, each written big-endian.
instances:
  len_word:
    value: 8
    doc: Length of a word in bytes.
  num_bits:
    value: num_words.as<s8> * 64
    doc: Number of bits.
