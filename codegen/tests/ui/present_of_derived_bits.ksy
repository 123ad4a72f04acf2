meta: {id: present_of_derived_bits, endian: be}
seq:
  - {id: flags, type: u1, -derive: 'present(inner.bits) ? 1 : 0'}
  - {id: inner, type: inner(flags)}
types:
  inner:
    params: [{id: flags, type: u1}]
    seq:
      - id: bits
        type: u1
        if: flags != 0
        -bits:
          0x01: {when: present(x)}
      - {id: x, type: u1, if: flags != 0 and (bits & 1) != 0}
