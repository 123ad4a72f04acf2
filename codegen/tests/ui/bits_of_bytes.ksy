meta: {id: bits_of_bytes, endian: be}
seq:
  - id: a
    size: 1
    -bits:
      0x01: {id: b}
