meta: {id: absent_of_other_enum, endian: be, imports: [release, vint]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, enum: reason, if: v.has_end, -absent: 1}
  - {id: b, type: u1, if: v.has_end, -absent: reason::flush}
  - {id: c, type: 'vint::uvint', if: v.has_end, -absent: '"x"'}
  - {id: d, type: u1, -bool: true, if: v.has_end, -absent: 0}
  - {id: e, type: pair, if: v.has_end, -absent: 0}
types:
  pair: {seq: [{id: x, type: u1}]}
enums:
  reason: {1: flush}
