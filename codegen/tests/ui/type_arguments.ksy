meta: {id: type_arguments, endian: be}
seq:
  - {id: a, type: "t(1) 2"}
