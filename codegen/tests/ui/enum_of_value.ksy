meta: {id: enum_of_value, endian: be}
seq:
  - {id: a, type: u1}
instances:
  b: {value: a, enum: kind}
enums:
  kind: {0: none_at_all}
