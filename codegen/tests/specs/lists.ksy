meta: {id: lists, title: Repetition, endian: be}
doc: Lists.
seq:
  - {id: num_pairs, type: u2, -derive: count(pairs)}
  - {id: pairs, type: pair(_index), repeat: expr, repeat-expr: num_pairs}
  - {id: ranks, type: rank, repeat: until, repeat-until: _.is_last}
  - {id: rest, type: s2, repeat: eos}
types:
  pair:
    doc: Knows its number.
    params: [{id: idx, type: s4}]
    seq:
      - {id: x, type: u1}
      - {id: y, type: u1, if: idx > 0}
  rank:
    doc: The list ends with 0.
    seq: [{id: number, type: u1}]
    instances:
      is_last: {value: number == 0}
