meta: {id: unknown_of_root, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: '_root.x'}
