meta: {id: torn, title: Elements of a counted list that send events before they end, endian: be}
doc: No event is sent twice, however the bytes come.
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
      - {id: marks, type: mark, repeat: expr, repeat-expr: _root.num_marks}
      - {id: items, type: item, repeat: until, repeat-until: _.is_end}
  mark:
    doc: A mark, which has no length.
    -mode: visit
    -event: mark
    seq:
      - {id: num, type: u1, -derive: count(points)}
      - {id: points, type: point, repeat: expr, repeat-expr: num}
  point:
    doc: A point.
    -mode: visit
    -event: point
    seq:
      - {id: x, type: u2}
  item:
    doc: An item, or the end.
    -mode: visit
    -event: item
    seq:
      - {id: kind, type: u1}
    instances:
      is_end: {value: kind == 0}
