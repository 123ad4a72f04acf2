meta: {id: flags_everywhere, title: Flags, endian: be, imports: [release, vint]}
doc: Bits that nothing names are kept.
params:
  - {id: v, type: release}
seq:
  - {id: f1, type: u1, -bits: {0x01: {id: a}, 0x02: {when: present(x)}, 0x08: {id: nu, if: v.has_end}}}
  - {id: f2, type: u2le, if: a_set, -bits: {0x0100: {id: b}}}
  - {id: f8, type: u8, -bits: {0x8000000000000000: {id: top}}}
  - {id: x, type: u1, if: (f1 & 2) != 0}
  - {id: sub, type: sub, repeat: expr, repeat-expr: 2}
instances:
  a_set: {value: (f1 & 1) != 0}
types:
  sub: {doc: S., seq: [{id: fs, type: u4, -bits: {0x10: {id: s}}}]}
