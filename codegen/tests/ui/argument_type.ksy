meta: {id: argument_type, endian: be}
seq:
  - {id: a, type: one}
  - {id: b, type: inner(a)}
types:
  one: {seq: [{id: c, type: u1}]}
  two: {seq: [{id: d, type: u1}]}
  inner:
    params:
      - {id: x, type: two}
    seq:
      - {id: e, type: u1, if: x.d == 1}
