meta: {id: pushes, title: Flags that follow from what is pushed after them, endian: be}
doc: Pushes.
-mode: visit
params:
  - {id: unused, type: u1}
seq:
  - {id: items, type: item, repeat: eos}
types:
  item:
    doc: An item, perhaps with further flags.
    -mode: visit
    -event: item
    seq:
      - id: flags
        type: u1
        -bits:
          0x01: {id: is_empty, when: not present(body)}
          0x02: {id: has_weight, when: present(body.weight)}
          0x80: {id: has_more, when: present(more)}
      - id: more
        type: u1
        if: (flags & 0x81) == 0x80
        -bits:
          0x01: {id: is_first}
          0x02: {id: has_height, when: present(body.height)}
      - {id: body, type: 'body(flags, starts, is_high)', if: (flags & 1) == 0}
    instances:
      starts: {value: (flags & 0x80) != 0 and (more & 1) != 0}
      is_high: {value: (flags & 0x80) != 0 and (more & 2) != 0}
  body:
    doc: What it holds.
    -mode: visit
    -event: body
    params:
      - {id: flags, type: u1}
      - {id: starts, type: bool}
      - {id: is_high, type: bool}
    seq:
      - {id: name, type: u1, if: not starts}
      - {id: weight, type: u1, if: (flags & 2) != 0}
      - {id: height, type: u1, if: is_high}
      - {id: part, type: part, repeat: expr, repeat-expr: 1}
  part:
    doc: A part.
    -mode: visit
    -event: part
    seq: [{id: size, type: u1}]
