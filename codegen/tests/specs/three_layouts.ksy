meta: {id: three_layouts, title: A field in three layouts, endian: be, imports: [release, vint]}
doc: Numbers and lists, as vints too.
params:
  - {id: v, type: release}
seq:
  - {id: n, type: u1, if: not v.has_end}
  - {id: n2, type: u4le, if: v.has_end and not v.has_wide_count, -same-as: n}
  - {id: n3, type: 'vint::uvint', if: v.has_wide_count, -same-as: n}
  - {id: all, type: u2, repeat: expr, repeat-expr: n, if: not v.has_end}
  - {id: all2, type: s4, repeat: expr, repeat-expr: n, if: v.has_end and not v.has_wide_count, -same-as: all}
  - {id: all3, type: 'vint::uvint', repeat: expr, repeat-expr: n, if: v.has_wide_count, -same-as: all}
  - {id: tail, type: u1, if: n > 2}
