meta: {id: absent_at_position, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1}
instances:
  b: {pos: 1, type: u1, if: v.has_end, -absent: 3}
  c: {pos: 1, type: u1, -bits: {0x01: {id: is_a}}}
