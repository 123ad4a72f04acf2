meta: {id: division_by_zero, endian: be}
seq:
  - {id: a, type: u4}
instances:
  k: {value: 1 / 0}
  zero: {value: 2 - 2}
  m: {value: a / zero}
  n: {value: a % -3}
