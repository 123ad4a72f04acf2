meta: {id: rest_layouts, title: 'An array that one version counts, and another has to the end', endian: be, imports: [release]}
doc: Readers find it in the head either way.
params:
  - {id: v, type: release}
seq:
  - {id: num, type: u1, if: not v.has_end, -derive: count(words)}
  - {id: words, type: u2le, repeat: expr, repeat-expr: num, if: not v.has_end}
  - {id: last_words, type: u4, repeat: eos, if: v.has_end, -same-as: words}
