meta: {id: parameter_of_a_field, endian: be}
seq: [{id: key, type: key}, {id: a, type: t(key)}]
types:
  key:
    seq: [{id: n, type: u1}]
  t:
    params: [{id: of, type: key}]
    seq: [{id: b, size: of.n}]
