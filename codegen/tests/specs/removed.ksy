meta: {id: removed, title: Fields that later versions no longer have, endian: be, imports: [release]}
doc: What is removed keeps its type.
params:
  - {id: v, type: release}
seq:
  - {id: first, type: list, if: not v.has_end, -absent: stored 02 0001 0002}
  - {id: text, type: str, size: 2, encoding: ASCII, if: not v.has_end, -absent: stored 6f6b}
  - {id: data, size: 2, if: not v.has_end, -absent: empty}
  - {id: numbers, type: u2, repeat: expr, repeat-expr: 2, if: not v.has_end, -absent: empty, -droppable: true}
  - {id: last, type: u1}
types:
  list:
    doc: Numbers.
    seq:
      - {id: num, type: u1, -derive: count(all)}
      - {id: all, type: u2, repeat: expr, repeat-expr: num}
