meta: {id: parent_list, title: Elements that are derived from a list of their parent, endian: be, imports: [release]}
doc: Lists.
params:
  - {id: v, type: release}
seq:
  - {id: num, type: u1, -derive: count(offsets)}
  - {id: offsets, type: u2, repeat: expr, repeat-expr: num}
  - {id: entries, type: entry(_index), repeat: expr, repeat-expr: num}
types:
  entry:
    doc: An entry.
    params:
      - {id: idx, type: s4}
    seq:
      - {id: own, type: u2, -derive: '_parent.offsets[idx]'}
      - {id: data, type: u1}
