meta: {id: unknown_instance_key, endian: be}
instances:
  a: {value: 1, -derive: 1}
