meta: {id: unknown_enum, endian: be}
seq:
  - {id: a, type: u1, enum: colors}
