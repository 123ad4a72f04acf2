meta: {id: footer_value, title: 'A footer whose length is a value', endian: be, imports: [release]}
doc: Where a body is may be said by values.
-layout: [keys, footer]
params:
  - {id: v, type: release}
instances:
  len_footer: {value: 'v.has_end ? len_long : 4'}
  len_long: {value: 6}
  keys: {pos: footer.keys_pos, size: 2}
  footer: {pos: _io.size - len_footer, type: footer(v)}
types:
  footer:
    doc: The end.
    params: [{id: v, type: release}]
    seq:
      - {id: keys_pos, type: u4, -derive: offset_of(keys)}
      - {id: more, type: u2, if: v.has_end, -absent: 0}
