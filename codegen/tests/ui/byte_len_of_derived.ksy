meta: {id: byte_len_of_derived, endian: be}
seq:
  - {id: a, type: u1, -derive: byte_len(b)}
  - {id: b, type: u1, -derive: count(c)}
  - {id: c, type: u1, repeat: expr, repeat-expr: b}
