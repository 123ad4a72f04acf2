meta: {id: function_when_reading, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'count(a) == 1'}
