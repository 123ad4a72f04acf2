meta: {id: bytes_of_no_length, endian: be}
seq:
  - {id: a}
