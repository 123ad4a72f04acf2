meta: {id: unknown_enum_in_expression, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'a == e::two.to_i'}
