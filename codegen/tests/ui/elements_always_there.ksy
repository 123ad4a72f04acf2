meta: {id: elements_always_there, endian: be, imports: [vint]}
seq:
  - {id: a, type: "vint::subset(2)", -derive: missing(b)}
  - {id: b, type: t, repeat: expr, repeat-expr: 2}
types:
  t: {seq: [{id: c, type: u1}]}
