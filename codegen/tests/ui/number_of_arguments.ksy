meta: {id: number_of_arguments, endian: be}
seq: [{id: a, type: t(1)}]
types:
  t:
    seq: [{id: b, type: u1}]
