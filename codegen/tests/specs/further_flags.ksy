meta: {id: further_flags, title: Flags behind flags behind flags, endian: be, imports: [release]}
doc: Further flags.
-mode: visit
params:
  - {id: v, type: release}
seq:
  - {id: items, type: item, repeat: eos}
types:
  item:
    doc: An item, perhaps with further flags, and flags further than those.
    -mode: visit
    -event: item
    seq:
      - id: flags
        type: u1
        -bits:
          0x01: {id: is_empty, when: not present(body)}
          0x80: {id: has_more, when: present(more)}
      - id: more
        type: u1
        if: (flags & 0x81) == 0x80
        -bits:
          0x01: {id: is_first}
          0x04: {id: has_height, if: _root.v.has_end, when: present(body.height)}
          0x80: {id: has_most, if: _root.v.has_end, when: present(most)}
      - id: most
        type: u1
        if: _root.v.has_end and (flags & 0x81) == 0x80 and (more & 0x80) != 0
        -bits:
          0x01: {id: has_depth, when: present(body.depth)}
          0x02: {id: is_odd}
      - {id: body, type: 'body(starts, is_high, is_deep)', if: (flags & 1) == 0}
    instances:
      starts: {value: (flags & 0x81) == 0x80 and (more & 1) != 0}
      is_high: {value: _root.v.has_end and (flags & 0x81) == 0x80 and (more & 4) != 0}
      is_deep: {value: _root.v.has_end and (flags & 0x81) == 0x80 and (more & 0x80) != 0 and (most & 1) != 0}
  body:
    doc: What it holds.
    -mode: visit
    -event: body
    params:
      - {id: starts, type: bool}
      - {id: is_high, type: bool}
      - {id: is_deep, type: bool}
    seq:
      - {id: name, type: u1, if: not starts}
      - {id: height, type: u1, if: is_high}
      - {id: depth, type: u1, if: is_deep}
      - {id: part, type: part, repeat: expr, repeat-expr: 1}
  part:
    doc: A part.
    -mode: visit
    -event: part
    seq: [{id: size, type: u1}]
