meta: {id: asked_layouts, title: 'Layouts that are asked for by their own names', endian: be, imports: [release, vint]}
doc: Kaitai has each layout by itself, so that who asks names each under the condition that its version has it.
params:
  - {id: v, type: release}
seq:
  - {id: short_len, type: 'vint::uvint', if: v.has_end, -same-as: len, -derive: byte_len(data)}
  - {id: len, type: u4, if: not v.has_end, -derive: byte_len(data)}
  - {id: data, size: 'v.has_end ? short_len.value : len'}
  - {id: num_wide, type: u2, if: v.has_wide_count, -same-as: num, -derive: count(items)}
  - {id: num, type: u1, if: not v.has_wide_count, -derive: count(items)}
  - {id: items, type: u1, repeat: expr, repeat-expr: 'v.has_wide_count ? num_wide : num'}
