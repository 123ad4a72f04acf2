meta: {id: path_of_each, endian: be}
seq:
  - {id: a, type: u1, -derive: "present(b[].c)"}
  - {id: b, type: t, repeat: expr, repeat-expr: 2}
types:
  t: {seq: [{id: c, type: u1}]}
