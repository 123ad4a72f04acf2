meta: {id: two_bits, endian: be}
seq:
  - id: a
    type: u1
    -bits:
      0x03: {id: both}
