meta: {id: member_taken, endian: be}
params: [{id: lifetime, type: u4}]
seq:
  - {id: flags, type: u1, -bits: {0x01: {id: to_model}}}
  - {id: a, type: u1, if: lifetime > 1}
