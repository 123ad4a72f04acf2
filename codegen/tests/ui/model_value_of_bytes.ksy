meta: {id: model_value_of_bytes, endian: be}
seq:
  - {id: a, size: 3}
instances:
  b: {value: a, -model: true}
