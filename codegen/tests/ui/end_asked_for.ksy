meta: {id: end_asked_for, endian: be}
seq:
  - {id: a, type: u1}
instances:
  is_last: {value: _io.eof}
