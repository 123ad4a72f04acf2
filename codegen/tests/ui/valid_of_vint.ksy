meta: {id: valid_of_vint, endian: be, imports: [vint]}
seq:
  - {id: a, type: 'vint::uvint', valid: {max: 7}}
