meta: {id: flags_behind_lists, title: Flags behind a list, endian: be, imports: [release]}
doc: Flags with a bit of some versions stand behind a list whose length in bytes its elements tell.
params:
  - {id: v, type: release}
seq:
  - {id: a, type: u1}
  - {id: things, type: thing, repeat: expr, repeat-expr: 2}
  - {id: bits, type: u1, -bits: {0x01: {id: hot}, 0x02: {id: cold, if: v.has_end}}}
types:
  thing: {doc: T., seq: [{id: a, type: u1}, {id: b, type: u1, if: a > 1}]}
