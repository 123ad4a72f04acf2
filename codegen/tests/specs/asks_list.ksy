meta: {id: asks_list, title: Elements that are derived from a list beside theirs, endian: be, imports: [release]}
doc: Lists.
params:
  - {id: v, type: release}
seq:
  - {id: num, type: u1, -derive: count(offsets)}
  - {id: offsets, type: u2, repeat: expr, repeat-expr: num}
  - {id: entries, type: 'entry(offsets[_index])', repeat: expr, repeat-expr: num}
types:
  entry:
    doc: An entry.
    params:
      - {id: offset, type: u2}
    seq:
      - {id: own, type: u2, -derive: offset}
      - {id: data, type: u1}
