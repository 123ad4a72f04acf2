meta: {id: case_lacking, endian: be}
seq:
  - {id: kind, type: u1, enum: kind}
  - {id: body, type: {switch-on: kind, cases: {'kind::a': part, 'kind::b': part}}}
types:
  part: {seq: [{id: a, type: u1}]}
enums:
  kind: {0: a, 1: b, 2: c}
