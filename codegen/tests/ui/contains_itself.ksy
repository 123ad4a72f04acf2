meta: {id: contains_itself, endian: be}
types:
  t:
    seq:
      - {id: a, type: u1}
      - {id: b, type: t, if: a > 0}
