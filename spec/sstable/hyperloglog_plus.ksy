meta:
  id: hyperloglog_plus
  title: The sketch of the partition keys in Statistics.db
  license: Apache-2.0
  endian: be
  bit-endian: be
doc: |
  A HyperLogLog++ sketch, as the library stream-lib writes it. It tells about how many different partition keys were put into it, and two sketches can
  be merged. Keys are hashed to 64 bits (`MurmurHash.hash2_64` with the seed 0).

  While there are few keys it is sparse: a set of encoded hashes. The index of a hash is its first `sparse_precision` bits; its run is the
  number of zero bits after its first `precision` bits, plus one. The encoded hash is `index << 1` if any bit of the index after the first
  `precision` ones is set, which tells the run; else `index << 7 | (run ^ 63) << 1 | 1`. When there are more than 3/4 of `2^precision` of them the
  sketch becomes dense: `2^precision` registers, each with the longest run of the hashes whose first `precision` bits are its number.

  Cassandra uses 13 and 25. The library takes 4 to `sparse_precision`, which is at most 32, for the one, and has corrections of the estimate for
  4 to 18; with a `sparse_precision` of 0 a sketch is always dense.

  Numbers here are in stream-lib's own encoding: bytes of seven bits, the lowest first, and 0x80 where another byte follows.
doc-ref:
  - com.clearspring.analytics.stream.cardinality.HyperLogLogPlus.getBytes
  - com.clearspring.analytics.util.Varint
  - org.apache.cassandra.io.sstable.metadata.CompactionMetadata
seq:
  - id: version
    type: s4
    valid: -2
    -derive: '-2'
    doc: |
      The layout, -2. Sketches of stream-lib before 2.5 begin with the precision, which is not negative, and differ in more than that; no version
      of SSTables described here has them.
  - id: precision
    type: u1
    valid:
      max: 0x7f
    doc: Number of bits of a hash that name a register, 4 to 18.
  - id: sparse_precision
    type: u1
    valid:
      max: 0x7f
    doc: Number of bits of a hash that are the index of an encoded hash, or 0.
  - id: form
    type: u1
    valid:
      any-of: [0, 1]
    -derive: 'is(body, dense) ? 0 : 1'
    doc: 0 if the sketch is dense, 1 if it is sparse.
  - id: body
    type:
      switch-on: is_dense
      cases:
        true: dense
        false: sparse
    doc: The registers, or the encoded hashes.
instances:
  is_dense:
    value: form == 0
    doc: The sketch is dense.
types:
  dense:
    doc: The registers.
    doc-ref: com.clearspring.analytics.stream.cardinality.RegisterSet
    seq:
      - id: len_0
        type: u1
        -derive: '((count(words) * sizeof<word>) & 0x7f) | (count(words) * sizeof<word> < 0x80 ? 0 : 0x80)'
        doc: Length of the registers in bytes, its bits 0 to 6.
      - id: len_1
        type: u1
        if: len_0 >= 0x80
        -derive: '(((count(words) * sizeof<word>) >> 7) & 0x7f) | (count(words) * sizeof<word> < 0x4000 ? 0 : 0x80)'
        doc: Bits 7 to 13 of the length.
      - id: len_2
        type: u1
        if: len_0 >= 0x80 and len_1 >= 0x80
        valid:
          max: 0x7f
        -derive: (count(words) * sizeof<word>) >> 14
        doc: Bits 14 to 20 of the length; a precision of 18 needs no more.
      - id: words
        type: word
        repeat: expr
        repeat-expr: len_words / 4
        doc: The registers. There are `2^precision / 6` words, rounded down, and one more; registers that are not used are 0.
    instances:
      len_words:
        value: >-
          len_0 < 0x80 ? len_0.as<s4> :
          len_1 < 0x80 ? (len_0 & 0x7f) + len_1 * 128 :
          (len_0 & 0x7f) + (len_1 & 0x7f) * 128 + len_2 * 16384
        doc: Length of the registers in bytes.
  word:
    doc: Six registers, the first in the least significant bits.
    doc-ref: com.clearspring.analytics.stream.cardinality.RegisterSet.get
    seq:
      - id: unused
        type: b2
        doc: 0, but for what spills over from `register_5`.
      - id: register_5
        type: b5
        doc: The register with the number `6 * _index + 5`, `_index` being the word's.
      - id: register_4
        type: b5
        doc: The register with the number `6 * _index + 4`, `_index` being the word's.
      - id: register_3
        type: b5
        doc: The register with the number `6 * _index + 3`, `_index` being the word's.
      - id: register_2
        type: b5
        doc: The register with the number `6 * _index + 2`, `_index` being the word's.
      - id: register_1
        type: b5
        doc: The register with the number `6 * _index + 1`, `_index` being the word's.
      - id: register_0
        type: b5
        doc: The register with the number `6 * _index`, `_index` being the word's.
    instances:
      num_registers:
        value: 6
        doc: Number of registers in a word.
      register_end:
        value: 32
        doc: More than a register holds. Of a longer run the multiple of this spills over into the next register (or `unused`), by "or".
  sparse:
    doc: The encoded hashes.
    doc-ref: com.clearspring.analytics.stream.cardinality.HyperLogLogPlus.getBytes
    seq:
      - id: num_0
        type: u1
        -derive: '(count(hash_deltas) & 0x7f) | (count(hash_deltas) < 0x80 ? 0 : 0x80)'
        doc: Number of encoded hashes, its bits 0 to 6.
      - id: num_1
        type: u1
        if: num_0 >= 0x80
        -derive: '((count(hash_deltas) >> 7) & 0x7f) | (count(hash_deltas) < 0x4000 ? 0 : 0x80)'
        doc: Bits 7 to 13 of the number.
      - id: num_2
        type: u1
        if: num_0 >= 0x80 and num_1 >= 0x80
        valid:
          max: 0x7f
        -derive: count(hash_deltas) >> 14
        doc: Bits 14 to 20 of the number; a precision of 18 needs no more.
      - id: hash_deltas
        type: varint_le
        repeat: expr
        repeat-expr: num_hashes
        doc: The encoded hashes, each less the one before (wrapping, 32 bits), which ascend but where there are runs; the first one as it is.
    instances:
      num_hashes:
        value: >-
          num_0 < 0x80 ? num_0.as<s4> :
          num_1 < 0x80 ? (num_0 & 0x7f) + num_1 * 128 :
          (num_0 & 0x7f) + (num_1 & 0x7f) * 128 + num_2 * 16384
        doc: Number of encoded hashes.
  varint_le:
    doc: An unsigned integer in bytes of seven bits, the lowest first; bit 0x80 says that another byte follows. Up to 32 bits.
    doc-ref: com.clearspring.analytics.util.Varint.readUnsignedVarInt
    seq:
      - id: b0
        type: u1
        -derive: '(value & 0x7f) | (value < 0x80 ? 0 : 0x80)'
        doc: Bits 0 to 6.
      - id: b1
        type: u1
        if: b0 >= 0x80
        -derive: '((value >> 7) & 0x7f) | (value < 0x4000 ? 0 : 0x80)'
        doc: Bits 7 to 13.
      - id: b2
        type: u1
        if: b0 >= 0x80 and b1 >= 0x80
        -derive: '((value >> 14) & 0x7f) | (value < 0x200000 ? 0 : 0x80)'
        doc: Bits 14 to 20.
      - id: b3
        type: u1
        if: b0 >= 0x80 and b1 >= 0x80 and b2 >= 0x80
        -derive: '((value >> 21) & 0x7f) | (value < 0x10000000 ? 0 : 0x80)'
        doc: Bits 21 to 27.
      - id: b4
        type: u1
        if: b0 >= 0x80 and b1 >= 0x80 and b2 >= 0x80 and b3 >= 0x80
        valid:
          max: 0x0f
        -derive: value >> 28
        doc: Bits 28 to 31.
    instances:
      value:
        value: >-
          b0 < 0x80 ? b0.as<s8> :
          b1 < 0x80 ? (b0 & 0x7f).as<s8> + b1 * 128 :
          b2 < 0x80 ? (b0 & 0x7f).as<s8> + (b1 & 0x7f) * 128 + b2 * 16384 :
          b3 < 0x80 ? (b0 & 0x7f).as<s8> + (b1 & 0x7f) * 128 + (b2 & 0x7f) * 16384 + b3 * 2097152 :
          (b0 & 0x7f).as<s8> + (b1 & 0x7f) * 128 + (b2 & 0x7f) * 16384 + (b3 & 0x7f) * 2097152 + b4.as<s8> * 268435456
        -model: true
        doc: The number.
