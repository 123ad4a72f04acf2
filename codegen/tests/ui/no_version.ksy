meta: {id: no_version, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: 'v.has_end ? not v.has_end : v.is_newest', -absent: 3}
