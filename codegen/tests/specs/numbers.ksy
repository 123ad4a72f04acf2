meta: {id: numbers, title: Numbers of every width and order, endian: be}
doc: Numbers.
seq:
  - {id: a, type: u1}
  - {id: b, type: s1}
  - {id: c, type: u2}
  - {id: d, type: s2le}
  - {id: e, type: u4le}
  - {id: f, type: s4}
  - {id: g, type: u8}
  - {id: h, type: s8le}
  - {id: i, type: f4}
  - {id: j, type: f8le}
  - {id: k, type: u1, -bool: true}
  - {id: l, type: u2, enum: color}
  - {id: m, type: pair}
  - {id: n, type: u4, repeat: expr, repeat-expr: 3}
instances:
  ratio: {value: 'a > 0 ? i : m.y.w', doc: A floating-point number that is computed.}
types:
  pair:
    doc: Read and written by binrw.
    seq:
      - {id: x, type: u2}
      - {id: y, type: inner}
  inner:
    doc: In it.
    seq:
      - {id: z, type: s8}
      - {id: w, type: f4}
enums:
  color:
    0: red
    300: {id: blue_green, doc: the other one}
