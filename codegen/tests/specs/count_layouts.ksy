meta: {id: count_layouts, title: A derived count in two widths, endian: be, imports: [release]}
doc: What is asked for is the count, however the version stores it.
params:
  - {id: v, type: release}
seq:
  - {id: wide_num, type: u8, if: v.has_end, -same-as: num, -derive: count(words)}
  - {id: num, type: s2, if: not v.has_end, -derive: count(words)}
  - {id: words, type: u2, repeat: expr, repeat-expr: num + 0}
