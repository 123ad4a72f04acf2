meta: {id: bits, title: Bit fields and flags, endian: be, bit-endian: be}
doc: Bits.
seq:
  - {id: kind, type: b4, enum: kind}
  - {id: low, type: b4}
  - {id: odd, type: b12, repeat: expr, repeat-expr: 3}
  - {id: after, type: u1}
  - {id: wide, type: b24}
  - id: flags
    type: u1
    -bits:
      0x01: {id: is_old}
      0x02: {when: present(extra)}
      0x40: {when: 'not present(extra) and is_old'}
  - {id: extra, type: u2, if: (flags & 2) != 0}
enums:
  kind:
    0: {id: none_at_all, doc: nothing}
    0x5: {id: five, doc: five}
