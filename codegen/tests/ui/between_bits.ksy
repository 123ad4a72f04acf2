meta: {id: between_bits, endian: be, bit-endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: high, type: b4}
  - {id: between, type: u4, if: v.has_end, -absent: 0}
  - {id: low, type: b4}
  - {id: flags, type: b3}
  - {id: behind, type: u1, if: v.has_end, -absent: 0}
  - {id: last, type: u1}
