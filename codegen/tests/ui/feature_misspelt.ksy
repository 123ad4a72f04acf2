meta: {id: feature_misspelt, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: count, type: u4, if: v.has_wide_cuont, -absent: 0, -droppable: true}
