meta: {id: algo_of_checksum, endian: be}
seq:
  - {id: a, type: u4}
  - {id: crc, type: u4, -algo: crc32, -checksum: {algo: crc32, over: [a]}}
