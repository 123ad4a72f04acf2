meta: {id: call_of_no_function, endian: be}
seq:
  - {id: a, type: u1, -derive: b.f(1)}
  - {id: b, type: u1}
