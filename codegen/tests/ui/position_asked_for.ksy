meta: {id: position_asked_for, endian: be}
seq:
  - {id: a, type: u1}
instances:
  behind: {value: _io.pos + 2}
