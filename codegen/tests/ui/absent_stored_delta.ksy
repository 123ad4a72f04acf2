meta: {id: absent_stored_delta, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: s8, if: v.has_end, -delta: {as: b, base: 1}, -absent: stored 0000 0000 0000 0001}
instances:
  b: {value: a + 1}
