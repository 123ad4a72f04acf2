meta: {id: bit_not_asked, endian: be}
seq:
  - {id: flags, type: u1, -bits: {0x01: {when: present(a)}, 0x02: {id: is_b}}}
  - {id: a, type: u2, if: is_b}
