meta: {id: instance_without_value, endian: be}
instances:
  a: {doc: nothing}
