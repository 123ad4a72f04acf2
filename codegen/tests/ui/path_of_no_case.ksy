meta: {id: path_of_no_case, endian: be}
seq:
  - {id: a, type: u1, -derive: present(b.u)}
  - {id: b, type: {switch-on: a == 1, cases: {true: s, false: t}}}
types:
  s: {seq: []}
  t: {seq: []}
