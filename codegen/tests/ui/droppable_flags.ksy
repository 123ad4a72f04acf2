meta: {id: droppable_flags, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: v.has_end, -bits: {0x01: {id: is_a}}, -droppable: true}
