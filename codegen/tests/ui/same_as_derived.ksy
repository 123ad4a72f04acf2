meta: {id: same_as_derived, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: n, type: u1, -derive: count(c), if: v.has_end}
  - {id: a, type: u1, -same-as: n, if: not v.has_end}
  - {id: c, type: u1, repeat: eos}
