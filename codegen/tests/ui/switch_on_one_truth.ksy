meta: {id: switch_on_one_truth, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: {switch-on: a == 1, cases: {true: s}}}
types:
  s: {seq: []}
