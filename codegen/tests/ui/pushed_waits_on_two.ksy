meta: {id: pushed_waits_on_two, endian: be}
-mode: visit
seq:
  - {id: items, type: item, repeat: eos}
types:
  item:
    -mode: visit
    -event: item
    seq:
      - id: flags
        type: u1
        -bits:
          0x01: {id: is_empty, when: not present(body)}
          0x02: {id: is_wide, when: 'any_present(body.parts[].size)'}
          0x80: {id: has_more, when: present(more)}
      - id: more
        type: u1
        if: (flags & 0x81) == 0x80
        -bits:
          0x04: {id: has_height, when: present(body.height)}
      - {id: body, type: 'body(flags, more)', if: (flags & 1) == 0}
  body:
    -mode: visit
    -event: body
    params:
      - {id: flags, type: u1}
      - {id: more, type: u1}
    seq:
      - {id: height, type: u1, if: (flags & 0x82) == 0x82 and (more & 4) != 0}
      - {id: parts, type: part, repeat: expr, repeat-expr: 2}
  part:
    -mode: visit
    -event: part
    seq: [{id: size, type: u1, if: _io.eof}]
