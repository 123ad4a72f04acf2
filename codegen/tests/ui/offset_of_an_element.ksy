meta: {id: offset_of_an_element, endian: be}
seq:
  - {id: b, type: u1, repeat: expr, repeat-expr: 2}
  - {id: a, type: u1, -derive: "offset_of(b[1])"}
