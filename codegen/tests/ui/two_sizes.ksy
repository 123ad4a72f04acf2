meta: {id: two_sizes, endian: be}
seq:
  - {id: a, size: 1, size-eos: true}
