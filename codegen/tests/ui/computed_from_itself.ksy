meta: {id: computed_from_itself, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'c == 1'}
instances:
  c: {value: d + 1}
  d: {value: c + 1}
