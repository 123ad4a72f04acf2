meta: {id: switch_on_same_names, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: {switch-on: a == 1, cases: {true: s, false: "s::t::s"}}}
types:
  s:
    types:
      t:
        types: {s: {seq: []}}
