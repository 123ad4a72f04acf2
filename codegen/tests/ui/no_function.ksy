meta: {id: no_function, endian: be}
seq:
  - {id: a, type: u1, -derive: size(b)}
  - {id: b, type: u1}
