meta: {id: variable_gap, endian: be, imports: [vint]}
seq:
  - {id: a, type: vint::uvint, -derive: offset_of(b)}
  - {id: b, type: u1}
