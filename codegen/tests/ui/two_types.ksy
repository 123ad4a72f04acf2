meta: {id: two_types, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: '(a == 1 ? 1 : true) == 1'}
