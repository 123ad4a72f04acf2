meta: {id: absent_of_layout, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: not v.has_end}
  - {id: b, type: u2, if: v.has_end, -same-as: a, -absent: 3}
