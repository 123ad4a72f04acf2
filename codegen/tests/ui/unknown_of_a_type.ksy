meta: {id: unknown_of_a_type, endian: be}
types:
  s:
    seq: [{id: n, type: u1}]
  t:
    params: [{id: p, type: s}]
    seq: [{id: a, size: p.m}]
