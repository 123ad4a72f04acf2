meta: {id: same_id_twice, endian: be}
seq:
  - {id: a, type: u1}
  - {id: a, type: u1}
