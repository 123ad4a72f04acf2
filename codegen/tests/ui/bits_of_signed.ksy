meta: {id: bits_of_signed, endian: be}
seq:
  - {id: flags, type: s1, -bits: {0x01: {id: is_odd}}}
