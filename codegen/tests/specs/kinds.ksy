meta: {id: kinds, title: Parts that say which they are, endian: be, imports: [release]}
doc: A list whose elements are found by their kinds.
-layout:
  - {for-each: toc, emit: [body]}
params:
  - {id: v, type: release}
seq:
  - {id: num_parts, type: u1, -derive: count(toc)}
  - {id: toc, type: entry(_index), repeat: expr, repeat-expr: num_parts}
types:
  entry:
    doc: A part, and where it is.
    params: [{id: idx, type: s4}]
    seq:
      - {id: kind, type: u1, enum: part_kind}
      - {id: ofs, type: u1, valid: {min: 1}, -derive: offset_of(body)}
    instances:
      ofs_next: {value: 'idx + 1 < _parent.num_parts ? _parent.toc[idx + 1].ofs : _io.size'}
      body:
        pos: ofs
        size: ofs_next - ofs
        type:
          switch-on: kind
          cases:
            part_kind::small: number
            part_kind::large: number
            part_kind::named: text
  number:
    doc: A number. No more.
    seq: [{id: n, type: u1}, {id: wide, type: u1, if: _root.v.has_end, -absent: 0}]
  text:
    doc: A text.
    seq: [{id: s, type: str, encoding: UTF-8, size-eos: true}]
enums:
  part_kind: {0: small, 1: large, 2: named}
