meta: {id: bit_without_meaning, endian: be}
seq:
  - id: a
    type: u1
    -bits:
      0x01: {}
