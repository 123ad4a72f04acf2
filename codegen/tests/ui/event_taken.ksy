meta: {id: event_taken, endian: be}
-mode: visit
seq: [{id: rows, type: row, repeat: eos}]
types:
  row:
    -mode: visit
    -event: finish
    seq: [{id: n, type: u1}, {id: cells, type: cell, repeat: expr, repeat-expr: n}]
  cell:
    -mode: visit
    -event: end_finish
    seq: [{id: x, type: u1}]
