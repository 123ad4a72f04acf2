meta: {id: bit_with_the_id_of_a_field, endian: be}
seq:
  - id: a
    type: u1
    -bits:
      0x01: {id: b}
  - {id: b, type: u1}
