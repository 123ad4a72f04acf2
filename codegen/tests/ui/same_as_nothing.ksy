meta: {id: same_as_nothing, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, -same-as: b, if: not v.has_end}
