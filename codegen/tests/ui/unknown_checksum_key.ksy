meta: {id: unknown_checksum_key, endian: be}
seq:
  - {id: a, type: u4, -checksum: {algo: crc32, of: [a]}}
