meta: {id: root_fixed_param, title: A spec that once went wrong, endian: be}
params:
  - {id: n, type: u1}
seq:
  - {id: a, type: u1, if: n == 1}
