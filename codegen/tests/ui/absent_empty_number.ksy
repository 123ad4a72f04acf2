meta: {id: absent_empty_number, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: v.has_end, -absent: empty}
