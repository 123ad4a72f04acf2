meta: {id: unknown_name, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'c == 1'}
