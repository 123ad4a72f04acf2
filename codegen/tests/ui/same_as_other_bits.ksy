meta: {id: same_as_other_bits, endian: be}
seq:
  - {id: a, type: b12, repeat: expr, repeat-expr: 2, if: "true"}
  - {id: b, type: u4, repeat: expr, repeat-expr: 2, -same-as: a, if: "false"}
