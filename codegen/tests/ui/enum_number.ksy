meta: {id: enum_number, endian: be}
enums:
  e: {one: a}
