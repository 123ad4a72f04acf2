meta: {id: size_of_a_vint, endian: be, imports: [vint]}
seq:
  - {id: len, type: vint}
  - {id: data, size: len}
