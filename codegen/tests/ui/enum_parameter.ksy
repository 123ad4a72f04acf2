meta: {id: enum_parameter, endian: be}
params:
  - {id: a, type: u1, enum: e}
