meta: {id: absent_from_none, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, -absent: 0}
