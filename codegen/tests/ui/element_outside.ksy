meta: {id: element_outside, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: '_.x'}
