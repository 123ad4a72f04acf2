meta: {id: valid_of_a_list, endian: be}
seq:
  - {id: all, type: u1, repeat: expr, repeat-expr: 2, valid: 1}
