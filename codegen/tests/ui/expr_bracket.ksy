meta: {id: expr_bracket, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: '(a == 1'}
