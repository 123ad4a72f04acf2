meta: {id: delta_as_nothing, endian: be}
seq:
  - {id: a, type: s8, -delta: {as: b, base: 1}}
