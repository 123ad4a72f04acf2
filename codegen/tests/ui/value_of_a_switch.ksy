meta: {id: value_of_a_switch, endian: be}
seq:
  - {id: kind, type: u1}
  - {id: body, type: {switch-on: kind == 1, cases: {true: a, false: b}}}
instances:
  what: {value: body}
types:
  a: {seq: [{id: x, type: u1}]}
  b: {seq: [{id: y, type: u2}]}
