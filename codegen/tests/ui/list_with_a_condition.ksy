meta: {id: list_with_a_condition, endian: be, imports: [vint]}
seq:
  - {id: a, type: vint::uvint, -derive: "pack2(b[].c)"}
  - {id: b, type: t, repeat: expr, repeat-expr: 2, if: a.value > 0}
types:
  t: {seq: [{id: c, type: u1}]}
