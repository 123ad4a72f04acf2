meta: {id: misspelt_in_a_visited_type, endian: be}
-mode: visit
seq:
  - {id: all, type: 'one(true)', repeat: eos}
types:
  one:
    -mode: visit
    -event: one
    params: [{id: is_one, type: bool}]
    seq:
      - id: flags
        type: u1
        -bits: {0x01: {id: has_body, when: present(body.extra)}}
      - {id: len, type: u1, -derive: byte_len(body)}
      - {id: body, type: body(flags), size: lem}
  body:
    params: [{id: flags, type: u1}]
    seq:
      - {id: extra, type: u1, if: (flags & 1) != 0}
