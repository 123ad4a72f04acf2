meta: {id: switch_case_type, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: {switch-on: a != 0, cases: {true: one, color::red: two}}}
types:
  one: {seq: [{id: c, type: u1}]}
  two: {seq: [{id: d, type: u2}]}
enums:
  color: {1: red, 2: blue}
