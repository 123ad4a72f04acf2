meta: {id: same_as_other_type, endian: be}
seq:
  - {id: b, type: u1, if: "true"}
  - {id: a, size: 2, -same-as: b, if: "false"}
