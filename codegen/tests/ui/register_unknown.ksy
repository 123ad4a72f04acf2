meta: {id: register_unknown, endian: be}
-state: {r: _io.pos}
-leave: {q: r}
seq:
  - {id: a, type: u1}
