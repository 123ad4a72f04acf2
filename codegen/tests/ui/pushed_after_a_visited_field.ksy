meta: {id: pushed_after_a_visited_field, endian: be}
-mode: visit
params: [{id: n, type: u1}]
seq: [{id: items, type: item, repeat: eos}]
types:
  item:
    -mode: visit
    -event: item
    seq:
      - {id: part, type: part}
      - {id: tail, type: u1}
  part:
    -mode: visit
    -event: part
    seq: [{id: size, type: u1}]
