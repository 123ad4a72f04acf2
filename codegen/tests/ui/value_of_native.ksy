meta: {id: value_of_native, endian: be, imports: [vint]}
seq:
  - {id: a, type: vint::uvint}
  - {id: b, type: u1, if: a.first == 1}
