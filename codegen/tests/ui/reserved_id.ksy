meta: {id: reserved_id, endian: be}
seq:
  - {id: match, type: u1}
