meta: {id: algo_of_bytes, endian: be}
seq:
  - {id: sum, size: 4, -algo: crc32}
  - {id: narrow, type: u2, -algo: crc32}
