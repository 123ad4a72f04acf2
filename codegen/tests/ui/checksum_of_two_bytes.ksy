meta: {id: checksum_of_two_bytes, endian: be}
seq:
  - {id: a, type: u4}
  - {id: crc, type: u2, -checksum: {algo: crc32, over: [a]}}
