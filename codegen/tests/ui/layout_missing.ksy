meta: {id: layout_missing, endian: be}
seq: [{id: a, type: u1}]
instances:
  b: {pos: a, type: u1}
