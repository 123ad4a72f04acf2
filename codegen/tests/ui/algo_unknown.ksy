meta: {id: algo_unknown, endian: be}
seq:
  - {id: sum, type: u4, -algo: md5}
