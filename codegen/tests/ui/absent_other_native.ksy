meta: {id: absent_other_native, endian: be, imports: [release, vint]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: vint::subset(3), if: v.has_end, -absent: 1}
