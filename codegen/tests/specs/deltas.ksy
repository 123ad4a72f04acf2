meta: {id: deltas, title: 'Deltas, defaults, other layouts, features', endian: be, imports: [release, vint]}
doc: Deltas.
params:
  - {id: v, type: release}
  - {id: base, type: s8}
seq:
  - {id: time_delta, type: vint::uvint, -delta: {as: time, base: base}}
  - {id: width_delta, type: vint::svint, -delta: {as: width}}
  - {id: end_delta, type: vint::uvint, if: v.has_end, -absent: none, -delta: {as: end_time, base: base}}
  - {id: old_count, type: u2, if: not v.has_wide_count, -same-as: count}
  - {id: level, type: u1, if: v.has_end, -absent: 3}
  - {id: count, type: u2le, if: v.has_wide_count}
instances:
  time: {value: time_delta.value.as<s8> + base}
  least_width: {value: 100}
  most_width: {value: 'v.has_wide_count and not v.has_end ? 1 : v.has_wide_count ? 400 : 200'}
  width: {value: width_delta.value + least_width}
  end_time: {value: end_delta.value.as<s8> + base, if: v.has_end}
