meta: {id: sizeof, endian: be, imports: [vint]}
seq:
  - {id: num, type: u1}
  - {id: list, type: u2, repeat: expr, repeat-expr: num}
  - {id: vary, type: vint::uvint}
  - {id: half, type: half}
  - {id: some, type: some}
  - {id: a, size: list._sizeof}
  - {id: b, size: 'num[0]._sizeof'}
  - {id: c, size: (num + 1)._sizeof}
  - {id: d, size: vary._sizeof}
  - {id: e, size: sizeof<nothing>}
  - {id: f, size: sizeof<half>}
  - {id: g, size: sizeof<some>}
  - {id: h, size: half._sizeof}
types:
  half: {seq: [{id: x, type: b4}]}
  some:
    seq:
      - {id: x, type: u1}
      - {id: y, type: u1, if: x > 1}
