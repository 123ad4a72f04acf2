meta: {id: other_stream, endian: be}
instances:
  a: {pos: 0, io: _parent._io, type: u1}
