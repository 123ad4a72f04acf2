meta: {id: byte_len_of_nothing, endian: be}
seq:
  - {id: a, type: u1, -derive: byte_len(b)}
