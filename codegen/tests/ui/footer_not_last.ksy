meta: {id: footer_not_last, endian: be}
-layout: [footer, keys]
instances:
  keys: {pos: footer.keys_pos, size: 2}
  footer: {pos: _io.size - 4, type: footer}
types:
  footer: {seq: [{id: keys_pos, type: u4, -derive: offset_of(keys)}]}
