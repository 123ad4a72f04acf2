meta: {id: checksum_at_position, endian: be}
seq:
  - {id: ofs, type: u4}
instances:
  crc: {pos: ofs, type: u4, -checksum: {algo: crc32, over: [offset]}}
