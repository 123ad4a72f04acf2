meta: {id: cursors_head, endian: be}
doc: A cursor visits each element of a list that is counted, in steps.
-mode: visit
params:
  - {id: num_marks, type: u4}
seq:
  - {id: groups, type: group, repeat: eos}
types:
  group:
    doc: A group.
    -mode: visit
    -event: group
    seq:
      - {id: name, type: u1}
      - {id: marks, type: mark(0), repeat: expr, repeat-expr: name}
      - {id: items, type: item, repeat: until, repeat-until: _.is_end}
  mark:
    doc: A mark.
    -mode: visit
    -event: mark
    params: [{id: idx, type: s4}]
    seq:
      - {id: weight, type: u1, if: idx != 1}
      - {id: heavy, type: u2, if: idx == 1}
  item:
    doc: An item, or the end.
    -mode: visit
    -event: item
    seq:
      - {id: flags, type: u1, -bits: {0x01: {when: not present(body)}}}
      - {id: body, type: u1, if: not is_end}
    instances:
      is_end: {value: (flags & 1) != 0}
