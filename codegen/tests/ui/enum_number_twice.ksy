meta: {id: enum_number_twice, endian: be}
enums:
  kind:
    0x10: a
    16: b
