meta: {id: list_in_a_case, endian: be, imports: [vint]}
seq:
  - {id: a, type: vint::uvint, -derive: "pack2(b.s.c[].d)"}
  - {id: b, type: {switch-on: a.value == 1, cases: {true: s, false: t}}}
types:
  s: {seq: [{id: c, type: t, repeat: eos}]}
  t: {seq: [{id: d, type: u1}]}
