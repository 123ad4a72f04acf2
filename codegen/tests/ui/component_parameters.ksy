meta: {id: component_parameters, endian: be, imports: [release, component_other], -component: Thing}
params:
  - {id: v, type: release}
  - {id: n, type: u1}
seq:
  - {id: a, type: u1}
