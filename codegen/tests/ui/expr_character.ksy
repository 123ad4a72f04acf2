meta: {id: expr_character, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'a == $b'}
