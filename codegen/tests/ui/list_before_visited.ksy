meta: {id: list_before_visited, endian: be, imports: [vint]}
-mode: visit
params: [{id: unused, type: u1}]
seq: [{id: items, type: item, repeat: eos}]
types:
  item:
    doc: An item.
    -mode: visit
    -event: item
    seq:
      - {id: num, type: u1, -derive: count(words)}
      - {id: words, type: 'vint::uvint', repeat: expr, repeat-expr: num}
      - {id: last, type: u1}
