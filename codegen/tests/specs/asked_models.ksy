meta: {id: asked_models, title: Values of a model that is handed over, endian: be, imports: [delta_layouts, release, vint]}
doc: A field of the model that is no stored field is there for others, too.
params:
  - {id: v, type: release}
  - {id: other, type: delta_layouts}
seq:
  - {id: at_delta, type: 'vint::uvint', -delta: {as: at, base: other.time}}
  - {id: data, size: other.double_time - 12}
instances:
  at: {value: at_delta.value.as<s8> + other.time}
