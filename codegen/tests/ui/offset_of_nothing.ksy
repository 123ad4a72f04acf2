meta: {id: offset_of_nothing, endian: be}
seq:
  - {id: a, type: u1, -derive: offset_of(b)}
