meta: {id: stored_bit_cond, title: A spec that once went wrong, endian: be}
seq:
  - {id: n, type: u1}
  - {id: flags, type: u1, if: n > 0, -bits: {0x01: {id: hot}}}
