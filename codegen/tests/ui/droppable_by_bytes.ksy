meta: {id: droppable_by_bytes, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: n, type: u1}
  - {id: a, type: u1, if: n > 3, -droppable: true}
