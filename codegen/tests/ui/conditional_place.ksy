meta: {id: conditional_place, endian: be}
-layout: [{for-each: a, emit: [d]}]
params: [{id: p, type: bool}]
seq: [{id: a, type: t, repeat: eos}]
types:
  t:
    seq: [{id: ofs, type: u1, if: _root.p, -derive: offset_of(d)}]
    instances: {d: {pos: ofs, type: u1}}
