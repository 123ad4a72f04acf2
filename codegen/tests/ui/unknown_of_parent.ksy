meta: {id: unknown_of_parent, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: '_parent.x == 1'}
