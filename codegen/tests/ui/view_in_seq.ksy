meta: {id: view_in_seq, endian: be}
seq: [{id: a, type: t}]
types:
  t: {-mode: view, seq: [{id: x, type: u1}]}
