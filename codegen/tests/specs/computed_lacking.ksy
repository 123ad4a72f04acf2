meta: {id: computed_lacking, title: Computed fields that some versions do not have, endian: be, imports: [release], -component: Computed}
doc: What is computed where it is written is as absent as what is not.
params:
  - {id: v, type: release}
seq:
  - {id: size, type: u2, if: not v.has_end, -absent: 7, -derive: byte_len(data)}
  - {id: wide_len_data, type: u2, if: v.has_wide_count, -same-as: len_data, -derive: byte_len(data)}
  - {id: len_data, type: u1, if: not v.has_wide_count, -derive: byte_len(data)}
  - {id: data, size: len_data}
  - {id: crc, type: u4, if: v.has_end, -checksum: {algo: crc32, over: [data]}}
