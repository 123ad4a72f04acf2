meta: {id: same_as_without_condition, endian: be}
seq:
  - {id: b, type: u1}
  - {id: a, type: u1, -same-as: b}
