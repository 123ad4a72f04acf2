meta: {id: absent_of_other_type, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, size: 3, if: v.has_end, -absent: 1}
