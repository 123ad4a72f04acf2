meta: {id: nested_events, title: Events of types that stand in each other alone, endian: be}
doc: Each of three types is all that stands behind the head of the one before.
-mode: visit
params:
  - {id: unused, type: u1}
seq:
  - {id: outers, type: outer, repeat: eos}
types:
  outer:
    doc: An outer value.
    -mode: visit
    -event: outer
    seq:
      - {id: first, type: u1}
      - {id: middle, type: middle, if: first != 0}
  middle:
    doc: A value in it.
    -mode: visit
    -event: middle
    seq:
      - {id: second, type: u1}
      - {id: inner, type: inner}
  inner:
    doc: A value in that.
    -mode: visit
    -event: inner
    seq:
      - {id: third, type: u1}
