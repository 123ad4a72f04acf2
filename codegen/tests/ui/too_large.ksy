meta: {id: too_large, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'a == 99999999999999999999'}
