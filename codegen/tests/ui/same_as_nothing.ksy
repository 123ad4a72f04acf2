meta: {id: same_as_nothing, endian: be}
seq:
  - {id: a, type: u1, -same-as: b, if: "false"}
