meta: {id: pushed_part_len, title: A length of a part, endian: be, imports: [vint]}
doc: The length is of a part of what stands behind it.
-mode: visit
params:
  - {id: unused, type: u1}
seq:
  - {id: rows, type: row, repeat: eos}
types:
  row:
    doc: A row.
    -mode: visit
    -event: row
    seq:
      - {id: len, type: vint::uvint, -derive: byte_len(cells)}
      - {id: prev, type: u2}
      - {id: cells, type: cell, repeat: expr, repeat-expr: 2}
  cell:
    doc: A cell.
    -mode: visit
    -event: cell
    seq:
      - {id: value, type: u1}
