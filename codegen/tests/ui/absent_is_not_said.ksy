meta: {id: absent_is_not_said, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: v.has_end}
