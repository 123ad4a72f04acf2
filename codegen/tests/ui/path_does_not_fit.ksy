meta: {id: path_does_not_fit, endian: be}
seq:
  - {id: a, type: u1, -derive: count(b)}
  - {id: b, type: u1}
