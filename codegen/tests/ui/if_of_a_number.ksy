meta: {id: if_of_a_number, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: kind, type: u4}
  - {id: count, type: u4, if: kind, -absent: 0}
