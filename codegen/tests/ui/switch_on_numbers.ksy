meta: {id: switch_on_numbers, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: {switch-on: a, cases: {1: t}}}
types:
  t: {seq: []}
