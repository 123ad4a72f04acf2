meta: {id: parts, title: Parts that only some versions have, endian: be, imports: [release]}
doc: Parts.
params:
  - {id: v, type: release}
seq:
  - {id: num_parts, type: u1, -derive: count(parts)}
  - {id: parts, type: part, repeat: expr, repeat-expr: num_parts}
types:
  part:
    doc: One.
    seq:
      - {id: kind, type: u1, enum: part_kind, valid: {expr: '_root.v.has_end or _ != part_kind::late'}}
      - id: body
        type:
          switch-on: kind
          cases:
            part_kind::early: early
            part_kind::late: late
  early:
    doc: Every version has it.
    seq:
      - {id: n, type: u1}
  late:
    doc: From ab on.
    seq:
      - {id: n, type: u2}
enums:
  part_kind: {0: early, 1: late}
