meta: {id: cases, title: Cases that lack different fields, endian: be, imports: [release], -component: Cases}
doc: Cases.
params:
  - {id: v, type: release}
seq:
  - {id: kind, type: u1, enum: kind}
  - id: body
    type:
      switch-on: kind
      cases:
        kind::one: one
        kind::two: two
  - {id: lone, type: u1, if: v.has_end, -absent: 0}
enums:
  kind: {1: one, 2: two}
types:
  one: {doc: One., seq: [{id: x, type: u1, if: _root.v.has_end, -absent: 0}, {id: sub, type: sub, if: _root.v.has_end, -absent: none}]}
  two: {doc: Two., seq: [{id: x, type: u1}, {id: sub, type: sub_two}, {id: y, type: u1, if: _root.v.has_end, -absent: 0}]}
  sub: {doc: Sub., seq: [{id: z, type: u1}]}
  sub_two: {doc: Sub., seq: [{id: z, type: u1, if: _root.v.has_end, -absent: 0}]}
