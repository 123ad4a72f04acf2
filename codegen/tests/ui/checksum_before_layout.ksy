meta:
  id: checksum_before_layout
  endian: be
  -versions: {big: [aa, ab]}
params:
  - {id: is_bti, type: bool}
  - {id: code, type: str}
instances:
  has_wide: {value: code >= "ab"}
types:
  t:
    params: [{id: v, type: checksum_before_layout}]
    seq:
      - {id: size, type: u2, if: not v.has_wide}
      - {id: crc, type: u4, -checksum: {algo: crc32, over: [size]}}
      - {id: wide_size, type: u4, if: v.has_wide, -same-as: size}
