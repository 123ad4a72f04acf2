meta: {id: empty_elements, title: Elements that may take no bytes, endian: be}
doc: Of one width, and of any.
params: [{id: has, type: bool}]
seq:
  - {id: num_fixed, type: u4, -derive: count(fixed)}
  - {id: fixed, type: fixed(has), repeat: expr, repeat-expr: num_fixed}
  - {id: num_free, type: u4, -derive: count(free)}
  - {id: free, type: free(has), repeat: expr, repeat-expr: num_free}
types:
  fixed: {doc: A byte or none., params: [{id: has, type: bool}], seq: [{id: x, type: u1, if: has}]}
  free: {doc: A text or none., params: [{id: has, type: bool}], seq: [{id: x, type: str, encoding: UTF-8, terminator: 0, if: has}]}
