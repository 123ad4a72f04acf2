meta: {id: absent_of_derived, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: a, type: u1, if: v.has_end, -derive: byte_len(b), -absent: none}
  - {id: b, size: 1}
