meta: {id: is_of_no_case, endian: be}
seq:
  - {id: a, type: u1, -derive: "is(b, 1) ? 1 : 0"}
  - {id: b, type: u1}
