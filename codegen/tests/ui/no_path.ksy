meta: {id: no_path, endian: be}
seq:
  - {id: a, type: u1, -derive: count(1 + 1)}
