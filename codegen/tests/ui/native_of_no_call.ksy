meta: {id: native_of_no_call, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: c}
instances:
  c: {value: 'true', -native: a}
