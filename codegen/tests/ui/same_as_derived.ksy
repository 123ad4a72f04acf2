meta: {id: same_as_derived, endian: be}
seq:
  - {id: n, type: u1, -derive: count(c), if: "true"}
  - {id: a, type: u1, -same-as: n, if: "false"}
  - {id: c, type: u1, repeat: eos}
