meta: {id: delta_of_other_base, endian: be}
seq:
  - {id: a, type: s8, -delta: {as: sum, base: 3}}
  - {id: b, type: s8, -delta: {as: twice}}
instances:
  sum: {value: a + 4}
  twice: {value: b * 2}
