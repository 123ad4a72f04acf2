meta: {id: is_never, endian: be}
seq:
  - {id: a, type: u1, -derive: "is(b, u)"}
  - {id: b, type: {switch-on: a == 1, cases: {true: s, false: t}}}
types:
  s: {seq: []}
  t: {seq: []}
