meta: {id: unknown_of_io, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: '_io.length == 1'}
