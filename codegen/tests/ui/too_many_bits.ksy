meta: {id: too_many_bits, endian: be}
seq:
  - {id: a, type: b64}
