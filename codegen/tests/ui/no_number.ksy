meta: {id: no_number, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, size: a == 1}
