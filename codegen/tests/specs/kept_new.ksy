meta: {id: kept_new, title: 'Constructors, after the fields that they take are removed', endian: be, imports: [release]}
doc: What a constructor takes stays when a version loses it; what a version gains is not taken.
params:
  - {id: v, type: release}
seq:
  - {id: inner, type: inner}
  - {id: rest, type: u1}
types:
  inner:
    doc: Something of a kind.
    seq:
      - {id: kind, type: u1, enum: kind, if: not _root.v.is_newest, -absent: kind::b}
      - {id: later, type: u1, enum: kind, if: _root.v.has_end, -absent: kind::b}
      - {id: number, type: u1}
enums:
  kind:
    0: {id: a, doc: one}
    1: {id: b, doc: another}
