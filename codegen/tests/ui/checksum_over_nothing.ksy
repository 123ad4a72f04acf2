meta: {id: checksum_over_nothing, endian: be}
seq:
  - {id: a, type: u4, -checksum: {algo: crc32, over: [b]}}
