meta: {id: told_number, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: part(7)}
types:
  part:
    params: [{id: v, type: release}]
    seq:
      - {id: b, type: u1, if: v.has_end, -absent: 0}
