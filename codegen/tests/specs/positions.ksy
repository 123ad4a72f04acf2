meta: {id: positions, title: Places that follow from a stream or from what is around, endian: be}
doc: Bytes at computed places; `codegen/tests/kaitai/positions.txt` has the answers of Kaitai's own reader.
-layout: [first, halved, behind, last]
seq:
  - {id: base, type: s1}
  - {id: len_inner, type: u1}
  - {id: inner, type: inner, size: len_inner}
  - {id: around, type: around}
instances:
  first: {pos: 0, type: u1}
  last: {pos: _io.size - 1, type: u1}
  behind: {pos: 3, size: _io.size - _io.pos - 1}
  halved: {pos: base / 2, type: u1}
types:
  inner:
    doc: In a stream of its own, in which places count from its start.
    -trailing: preserve
    -layout: [by_parent, by_skip, last]
    seq:
      - {id: skip, type: s1}
    instances:
      by_parent: {pos: _parent.base, type: u1}
      by_skip: {pos: skip % 4, type: u1}
      last: {pos: _io.size - 1, type: u1}
  around:
    doc: In the stream around it, in which places count from the start of that.
    -layout: [by_parent, last]
    seq:
      - {id: skip, type: s1}
    instances:
      by_parent: {pos: _parent.len_inner + skip, type: u1}
      last: {pos: _io.size - 1, type: u1}
