meta: {id: list_of_parent, endian: be}
seq:
  - {id: choices, type: u1, enum: choice, repeat: expr, repeat-expr: 2}
  - {id: a, type: t}
types:
  t:
    seq: [{id: b, size: _parent.choices.size}]
enums:
  choice: {0: none, 1: some}
