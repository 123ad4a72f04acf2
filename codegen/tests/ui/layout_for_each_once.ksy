meta: {id: layout_for_each_once, endian: be}
-layout: [{for-each: a, emit: [d]}]
seq: [{id: a, type: t}]
types:
  t:
    seq: [{id: ofs, type: u1}]
    instances: {d: {pos: ofs, type: u1}}
