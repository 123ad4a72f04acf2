meta: {id: arguments_swapped, endian: be}
seq:
  - {id: a, type: one}
  - {id: n, type: u1}
  - {id: b, type: 'inner(n, n == 1, 3)'}
  - {id: c, type: 'inner(n == 1, n, 3)'}
  - {id: d, type: 'inner(true, unknown, 3)'}
types:
  one: {seq: [{id: c, type: u1}]}
  inner:
    params:
      - {id: is_short, type: bool}
      - {id: len, type: u1}
      - {id: more, type: one}
    seq:
      - {id: e, size: len, if: is_short}
