meta: {id: layout_view_behind, endian: be}
-layout: [b, v]
seq: [{id: a, type: u1}]
instances:
  b: {pos: a, type: u1}
  v: {pos: a, type: view}
types:
  view: {-mode: view, seq: [{id: x, type: u1}]}
