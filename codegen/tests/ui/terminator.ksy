meta: {id: terminator, endian: be}
seq:
  - {id: a, type: str, terminator: 0x100}
