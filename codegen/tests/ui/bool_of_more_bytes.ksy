meta: {id: bool_of_more_bytes, endian: be}
seq:
  - {id: a, type: u2, -bool: true}
  - {id: b, type: s1, -bool: true}
  - {id: c, size: 1, -bool: true}
  - {id: d, type: u1, -bool: true}
