meta: {id: bit_of_a_number_not_listed, endian: be}
seq:
  - id: flags
    type: u1
    -bits: {0x20: {id: has_a, when: present(a)}}
  - {id: a, type: u1, if: (flags & 0x40) != 0}
