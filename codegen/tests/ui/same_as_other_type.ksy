meta: {id: same_as_other_type, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: b, type: u1, if: v.has_end}
  - {id: a, size: 2, -same-as: b, if: not v.has_end}
