meta: {id: type_name, endian: be}
seq:
  - {id: a, type: u-1}
