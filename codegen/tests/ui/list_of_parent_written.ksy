meta: {id: list_of_parent_written, endian: be}
seq:
  - {id: lens, type: u1, repeat: expr, repeat-expr: 2}
  - {id: a, type: t}
types:
  t:
    seq: [{id: b, type: u1, if: '_parent.lens[0] > 1'}]
