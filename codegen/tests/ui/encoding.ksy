meta: {id: encoding, endian: be}
seq:
  - {id: a, type: str, size: 1, -encoding: latin-9}
