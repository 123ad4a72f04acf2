meta: {id: constant_too_large, endian: be}
seq:
  - {id: a, type: u4}
instances:
  k: {value: 9223372036854775807 + 1}
