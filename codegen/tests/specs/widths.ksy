meta: {id: widths, title: Widths that are said besides the fields that have them, endian: be, imports: [release]}
doc: Each stands once.
params:
  - {id: v, type: release}
seq:
  - {id: head, size: '_io.size - tail._sizeof - (v.has_end ? pair._sizeof : 0) - sums_len'}
  - {id: sums, type: u2, repeat: expr, repeat-expr: 2}
  - {id: crc, type: u4, if: not v.has_wide_count, -checksum: {algo: crc32, over: [head]}}
  - {id: wide_crc, type: u8, if: v.has_wide_count, -same-as: crc, -checksum: {algo: crc32, over: [head]}}
  - {id: pair, type: pair, if: v.has_end, -absent: stored 0000000000}
  - {id: tail, size: 3}
instances:
  sums_len: {value: '2 * sums[0]._sizeof + (v.has_wide_count ? wide_crc._sizeof : crc._sizeof)'}
  len_pair: {value: sizeof<pair>}
  len_number: {value: sizeof<u2>}
  len_x: {value: pair.x._sizeof}
types:
  pair:
    doc: Two numbers.
    seq:
      - {id: x, type: u1}
      - {id: y, type: u4le}
