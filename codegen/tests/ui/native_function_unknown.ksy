meta: {id: native_function_unknown, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: there}
instances:
  there: {value: 'a != 0', -native: 'row_present(a)'}
