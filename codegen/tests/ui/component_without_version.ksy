meta: {id: component_without_version, endian: be, -component: Thing}
seq:
  - {id: a, type: u1}
