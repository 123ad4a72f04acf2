meta: {id: component_other, title: A component with a parameter, endian: be, imports: [release], -component: Other}
doc: A component.
params:
  - {id: v, type: release}
  - {id: n, type: bool}
seq:
  - {id: a, type: u1, if: n}
