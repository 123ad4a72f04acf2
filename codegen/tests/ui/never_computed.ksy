meta: {id: never_computed, endian: be}
-layout: [{for-each: a, emit: [d]}]
seq:
  - {id: a, type: t, repeat: eos}
types:
  t:
    seq: [{id: ofs, type: u1, -derive: offset_of(e)}]
    instances:
      d: {pos: ofs, type: u1}
      e: {pos: ofs, type: u1}
