meta: {id: no_name, endian: be}
seq:
  - {id: a-b, type: u1}
