meta: {id: size_of_a_number, endian: be, imports: [vint]}
seq:
  - {id: a, type: u4, size: 2}
  - {id: b, type: 'vint::uvint', size: 2}
  - {id: c, type: t, terminator: 0}
types:
  t: {seq: [{id: x, type: u1}]}
