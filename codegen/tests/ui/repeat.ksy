meta: {id: repeat, endian: be}
seq:
  - {id: a, type: u1, repeat: expr}
