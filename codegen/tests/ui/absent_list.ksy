meta: {id: absent_list, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, repeat: eos, if: v.has_end, -absent: 0}
