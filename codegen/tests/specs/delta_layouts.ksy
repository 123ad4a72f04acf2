meta: {id: delta_layouts, title: A difference in one version and the sum in another, endian: be, imports: [release, vint]}
doc: Neither is a layout of the other. The value is the field of the model, and both are derived from it.
params:
  - {id: v, type: release}
  - {id: base, type: s8}
seq:
  - {id: time_delta, type: 'vint::uvint', if: not v.has_end, -derive: time - base}
  - {id: whole_time, type: s8, if: v.has_end, -derive: time}
  - {id: end_delta, type: 'vint::uvint', -delta: {as: end_time, base: 'v.has_end ? 0 : base'}}
instances:
  time: {value: 'v.has_end ? whole_time : time_delta.value.as<s8> + base', -model: true}
  end_time: {value: 'end_delta.value.as<s8> + (v.has_end ? 0 : base)'}
  double_time: {value: time * 2}
