meta: {id: checksum_before, endian: be}
seq:
  - {id: sum, type: u4, -checksum: {algo: crc32, over: [data]}}
  - {id: data, size: 2}
instances:
  body_sum: {pos: 8, type: u4, -checksum: {algo: crc32, over: [body]}}
  body: {pos: 12, size: 2}
