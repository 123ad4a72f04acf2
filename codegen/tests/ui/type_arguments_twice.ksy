meta: {id: type_arguments_twice, endian: be}
seq:
  - {id: a, type: "t(1).x"}
