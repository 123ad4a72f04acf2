meta: {id: valid_of_two, endian: be}
seq:
  - {id: a, type: u1, valid: {eq: 1, min: 0}}
