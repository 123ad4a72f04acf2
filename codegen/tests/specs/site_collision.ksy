meta: {id: site_collision, title: A spec that once went wrong, endian: be}
seq:
  - {id: row, type: row}
types:
  row:
    seq:
      - {id: body_x, type: u1}
      - {id: body, type: row_body}
  row_body:
    seq:
      - {id: x, type: u1}
