meta: {id: expr_number, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'a == 0xyz'}
