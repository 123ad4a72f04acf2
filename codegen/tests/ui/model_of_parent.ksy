meta: {id: model_of_parent, endian: be}
seq: [{id: key, type: key}, {id: a, type: t}]
types:
  key:
    seq: [{id: n, type: u1}]
  t:
    seq: [{id: b, size: _parent.key.n}]
