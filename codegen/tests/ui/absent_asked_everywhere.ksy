meta: {id: absent_asked_everywhere, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: level, type: u1, if: v.has_end, -absent: 1}
  - {id: guarded, type: u1, repeat: expr, repeat-expr: 'v.has_end ? level : 1'}
  - {id: same, size: level, if: v.has_end, -absent: empty}
  - {id: other, type: u1, if: v.has_end and level > 1}
  - {id: either, type: u1, if: not v.has_end or level > 1}
  - {id: wrong_way, size: 'v.has_end ? 1 : level'}
  - {id: unguarded, type: u1, if: level > 1 and v.has_end}
  - {id: part, type: inner(level)}
  - {id: checked, type: u1, valid: {expr: _ > level}}
  - {id: last, type: element, repeat: until, repeat-until: _.is_last}
instances:
  next: {value: level + 1}
  next_if: {value: level + 1, if: v.has_end}
types:
  inner:
    params: [{id: n, type: u1}]
    seq:
      - {id: data, size: n}
      - {id: more, size: _parent.level}
  element:
    seq:
      - {id: n, type: u1, if: _root.v.has_end, -absent: 1}
    instances:
      is_last: {value: 'n == 0'}
