meta: {id: unknown_value_of_enum, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'a == e::two.to_i'}
enums: {e: {1: one}}
