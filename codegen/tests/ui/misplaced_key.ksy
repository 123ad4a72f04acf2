meta: {id: misplaced_key, endian: be}
seq:
  - {id: a, type: u1, -mode: visit}
