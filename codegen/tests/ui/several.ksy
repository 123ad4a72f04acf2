meta: {id: several, endian: be}
seq:
  - {id: len, type: u1, sizes: 3}
  - {id: kind, type: u1}
  - {id: data, size: lenght}
  - {id: tail, type: u1, valid: {any-of: []}}
  - {id: near, type: u4, -delta: {as: far, base: 1}}
  - {id: follows, type: u1, if: len > 3}
  - {id: inner, type: inner}
instances:
  half: {value: kind / 0}
  far: {value: near + 1}
  place: {pos: _io.pos, type: u1}
types:
  inner:
    seq:
      - {id: a, type: u3q}
      - {id: b, type: u1, if: a == 1}
      - {id: c, type: u1, if: kind == 1}
      - {id: d, type: u2, -derive: count(c)}
