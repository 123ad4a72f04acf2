meta: {id: filled, title: Lists beside another one, endian: be, imports: [release, vint]}
doc: Later versions have a value more of each element.
params:
  - {id: v, type: release}
seq:
  - {id: num, type: u1, -derive: count(offsets)}
  - {id: offsets, type: u1, repeat: expr, repeat-expr: num}
  - {id: checks, type: u2, repeat: expr, repeat-expr: num, if: v.has_end, -absent: 0x0102}
  - {id: lengths, type: 'vint::uvint', repeat: expr, repeat-expr: num, if: v.has_end, -absent: empty}
  - {id: marks, type: u1, repeat: expr, repeat-expr: num, if: v.has_end, -bool: true, -absent: true}
  - {id: sizes, type: u1, repeat: expr, repeat-expr: num, if: v.has_end and not v.has_wide_count, -absent: 3}
  - {id: wide_sizes, type: s4, repeat: expr, repeat-expr: num, if: v.has_wide_count, -same-as: sizes}
