meta: {id: absent_of_derived, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: v.has_end, -derive: byte_len(b), -absent: 1}
  - {id: b, size: 1}
