meta: {id: text_expected, endian: be}
seq:
  - {id: [a], type: u1}
