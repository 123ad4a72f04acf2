meta: {id: derived_of_a_parameter, endian: be}
types:
  s:
    seq: [{id: n, type: u1, -derive: count(x)}, {id: x, type: u1, repeat: expr, repeat-expr: n}]
  t:
    params: [{id: p, type: s}]
    seq: [{id: a, size: p.n}]
