meta: {id: same_as_in_both, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: b, type: u1, if: v.has_end}
  - {id: a, type: u2, -same-as: b, if: v.has_wide_count}
