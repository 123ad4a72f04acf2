meta: {id: shift_too_far, endian: be}
seq:
  - {id: a, type: u4}
instances:
  k: {value: a << 64}
  l: {value: a >> (0 - 1)}
