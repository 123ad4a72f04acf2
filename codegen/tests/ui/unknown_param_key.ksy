meta: {id: unknown_param_key, endian: be}
params:
  - {id: a, type: u1, -store: true}
