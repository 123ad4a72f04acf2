meta: {id: function_arguments, endian: be}
seq:
  - {id: a, type: u1, -derive: "count(b, c)"}
  - {id: b, type: u1}
