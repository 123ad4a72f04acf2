meta: {id: checksum_algo, endian: be}
seq:
  - {id: a, type: u4, -checksum: {algo: md5, over: [a]}}
