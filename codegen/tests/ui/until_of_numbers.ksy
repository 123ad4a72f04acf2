meta: {id: until_of_numbers, endian: be}
seq:
  - {id: a, type: u1, repeat: until, repeat-until: _ == 0}
