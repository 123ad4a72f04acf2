meta: {id: fixed_places, title: Bodies where something else than an offset says, endian: be}
doc: What stands before is to reach up to there.
-layout: [named, head, tail]
seq:
  - {id: at, type: u1}
  - {id: len, type: u1, -derive: byte_len(named)}
  - {id: has_tail, type: u1, -bool: true}
  - {id: more, size: at - 3}
instances:
  named: {pos: at, size: len}
  head: {pos: 8, type: u2}
  tail: {pos: behind, type: u2, if: has_tail}
  behind: {value: at + len + 2}
