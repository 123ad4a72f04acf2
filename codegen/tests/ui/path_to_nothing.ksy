meta: {id: path_to_nothing, endian: be}
seq:
  - {id: a, type: u1, -derive: count(b)}
