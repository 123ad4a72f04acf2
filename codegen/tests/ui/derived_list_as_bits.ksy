meta: {id: derived_list_as_bits, endian: be}
seq:
  - {id: a, type: u1, enum: e, -derive: "1"}
enums: {e: {1: one}}
