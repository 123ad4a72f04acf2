meta: {id: absent_stored, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: v.has_end, -absent: stored 0x1}
