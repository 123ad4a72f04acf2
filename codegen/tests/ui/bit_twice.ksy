meta: {id: bit_twice, endian: be}
seq:
  - id: a
    type: u1
    -bits:
      0x01: {id: one}
      1: {id: two}
