meta: {id: choices, title: 'Conditions, switches, sized streams', endian: be}
doc: Choices.
seq:
  - {id: kind, type: u1, enum: kind}
  - {id: len_body, type: u2, -derive: byte_len(body)}
  - id: body
    size: len_body
    type:
      switch-on: kind
      cases:
        kind::number: number
        kind::bag: bag
        kind::twin: number
  - {id: has_note, type: u1, -derive: present(note), valid: {any-of: [0, 1]}}
  - {id: note, type: number, if: has_note != 0}
  - id: tail
    type: {switch-on: has_note == 1, cases: {true: bag, false: number}}
types:
  number:
    doc: A number.
    seq: [{id: n, type: u2}]
  bag:
    doc: Keeps what follows.
    -trailing: preserve
    seq: [{id: first, type: u1}]
enums:
  kind: {1: number, 2: bag, 3: twin}
