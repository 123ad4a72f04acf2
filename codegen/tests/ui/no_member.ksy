meta: {id: no_member, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: 'a.size == 1'}
