meta: {id: absent_by_bytes, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: n, type: u1}
  - {id: a, type: u1, if: v.has_end and n > 3, -absent: 0}
