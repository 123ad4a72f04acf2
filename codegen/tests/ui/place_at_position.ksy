meta: {id: place_at_position, endian: be}
seq:
  - {id: a, type: u1}
instances:
  next: {pos: _io.pos, type: u1}
