meta: {id: and_as_in_c, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: a > 1 && a < 5}
  - {id: c, type: u1, if: a < 1 || a > 5}
  - {id: d, type: u1, if: a = 5}
