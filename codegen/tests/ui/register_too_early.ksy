meta: {id: register_too_early, endian: be}
-state: {r: _io.pos}
-enter: {r: d.size}
seq:
  - {id: a, type: u1}
  - {id: d, type: u1, repeat: expr, repeat-expr: a, -derive: r}
  - {id: e, type: u1}
