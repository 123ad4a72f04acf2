meta: {id: bounds, title: Bounds of numbers, endian: be}
doc: A number that leaves 64 bits, or the type it is cast to, is an error, wherever it comes from.
params:
  - {id: given, type: u1}
seq:
  - {id: small, type: s1}
  - {id: large, type: s8}
  - {id: masked, type: u1, if: (small & large) * 4 != 0}
  - {id: opposite, type: u1, if: (-small).as<s1> != 0}
  - {id: square, type: u1, if: (small * small * small * small * small).as<s4> != 0}
  - {id: both, type: u1, if: (small.as<s8> | small) + large != 0}
  - {id: twice, type: u1, if: given * 2 != 0}
  - {id: low, type: inner(large)}
types:
  inner:
    doc: It is told more than its parameter says.
    params:
      - {id: more, type: u1}
    seq:
      - {id: twice, type: u1, if: more * 2 != 0}
      - {id: of_root, type: u1, if: _root.given * 2 != 0}
