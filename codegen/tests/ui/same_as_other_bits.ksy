meta: {id: same_as_other_bits, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: b12, repeat: expr, repeat-expr: 2, if: v.has_end}
  - {id: b, type: u4, repeat: expr, repeat-expr: 2, -same-as: a, if: not v.has_end}
