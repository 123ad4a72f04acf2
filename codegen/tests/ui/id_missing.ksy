meta: {id: id_missing, endian: be}
seq:
  - {type: u1}
