meta: {id: type_named_as_an_item, endian: be}
seq:
  - {id: a, type: row}
  - {id: b, type: row_encoder}
types:
  row: {seq: [{id: x, type: u1}]}
  row_encoder: {seq: [{id: y, type: u1}]}
