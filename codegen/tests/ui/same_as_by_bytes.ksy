meta: {id: same_as_by_bytes, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: flags, type: u1}
  - {id: a, type: u1, if: (flags & 1) != 0}
  - {id: b, type: u4, if: (flags & 2) != 0, -same-as: a}
