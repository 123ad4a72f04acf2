meta: {id: path_of_no_list, endian: be}
seq:
  - {id: a, type: u1, -derive: "count(b[].c)"}
  - {id: b, type: u1}
