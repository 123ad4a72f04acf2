meta: {id: value_of_commas, endian: be}
seq:
  - {id: a, type: u1}
instances:
  is_a: {value: 'a == 1, a == 2'}
