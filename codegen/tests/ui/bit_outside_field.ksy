meta: {id: bit_outside_field, endian: be}
seq:
  - id: a
    type: u1
    -bits:
      0x100: {id: far}
