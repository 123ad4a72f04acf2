meta: {id: two_parents_optional, endian: be}
seq:
  - {id: a, type: p1}
  - {id: b, type: p2}
types:
  p1:
    seq:
      - {id: n, type: u1}
      - {id: c, type: child}
  p2:
    seq:
      - {id: m, type: u1}
      - {id: n, type: u1, if: m > 0}
      - {id: c, type: child}
  child:
    seq:
      - {id: x, type: u1, if: _parent.n > 2}
