meta: {id: footer_too_near, endian: be}
-layout: [a, b]
instances:
  a: {pos: _io.size - 9, type: u4}
  b: {pos: _io.size - 3, type: u4}
