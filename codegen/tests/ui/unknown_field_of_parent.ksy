meta: {id: unknown_field_of_parent, endian: be}
seq: [{id: a, type: t}]
types:
  t:
    seq: [{id: b, size: _parent.c}]
