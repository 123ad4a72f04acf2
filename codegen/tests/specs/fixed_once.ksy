meta: {id: fixed_once, title: A spec that once went wrong, endian: be}
seq:
  - {id: n, type: u1}
  - {id: a, type: 'foot(n > 2)'}
types:
  foot:
    params:
      - {id: p, type: bool}
    seq:
      - {id: x, type: u1}
      - {id: y, type: u8, if: p}
