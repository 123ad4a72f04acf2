meta: {id: text_of_parent, endian: be}
seq: [{id: s, type: str, size: 1}, {id: a, type: t}]
types:
  t:
    seq: [{id: b, size: _parent.s.length}]
