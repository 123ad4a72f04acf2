meta: {id: stored, title: Parameters that the model keeps, endian: be, imports: [vint]}
doc: Stored.
seq:
  - {id: num_items, type: u1, -derive: count(items)}
  - {id: header, type: vint::uvint, -derive: 'pack2(items[].kind)'}
  - {id: items, type: 'item((header.value >> (2 * _index)) & 3)', repeat: expr, repeat-expr: num_items}
  - {id: at, type: vint::place(_io.pos)}
  - {id: number, type: vint::sized(3)}
types:
  item:
    doc: An item.
    params: [{id: kind, type: u1, -stored: true}]
    seq: [{id: data, type: u1, if: kind == 0}]
