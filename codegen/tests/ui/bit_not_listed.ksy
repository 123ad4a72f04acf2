meta: {id: bit_not_listed, endian: be}
seq:
  - {id: flags, type: u1, -bits: {0x01: {when: present(a)}}}
  - {id: a, type: u2, if: (flags & 0x01) != 0}
  - {id: part, type: part(flags)}
types:
  part:
    params: [{id: flags, type: u1}]
    seq: [{id: b, type: u1, if: (flags & 0x02) != 0}]
