meta: {id: layouts, title: Derived fields in two layouts, endian: be, imports: [release, vint]}
doc: Lengths and offsets that versions store in different ways.
params:
  - {id: v, type: release}
seq:
  - {id: len, type: vint::uvint, if: not v.has_end, -derive: byte_len(data)}
  - {id: wide_len, type: u4, if: v.has_end, -derive: byte_len(data), -same-as: len}
  - {id: num, type: u1, -derive: count(items)}
  - {id: len_items, type: u1, -derive: byte_len(offsets) + byte_len(be_offsets) + byte_len(items)}
  - {id: offsets, type: u2le, repeat: expr, repeat-expr: num, if: not v.has_wide_count, -derive: 'offset_of(items[_index]) - offset_of(offsets)'}
  - {id: be_offsets, type: u4, repeat: expr, repeat-expr: num, if: v.has_wide_count, -same-as: offsets, -derive: 'offset_of(items[_index]) - offset_of(be_offsets)'}
  - {id: items, type: item, repeat: expr, repeat-expr: num}
  - {id: data, size: len.value}
types:
  item:
    doc: An item.
    seq:
      - {id: len, type: u1, -derive: byte_len(text)}
      - {id: text, size: len}
