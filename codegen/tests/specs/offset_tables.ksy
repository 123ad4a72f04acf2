meta: {id: offset_tables, title: A table of offsets behind what it leads to, endian: be, imports: [release]}
doc: A stream that ends with a table, which versions store in different widths.
params:
  - {id: v, type: release}
seq:
  - {id: len_block, type: u1, -derive: byte_len(block)}
  - {id: block, type: block, size: len_block}
types:
  block:
    doc: Items.
    seq:
      - {id: num, type: u1, -derive: count(items)}
      - {id: items, type: item, repeat: expr, repeat-expr: num}
      - {id: narrow, type: u1, repeat: expr, repeat-expr: num, if: _root.v.has_wide_count, -same-as: offsets, -derive: 'offset_of(items[_index]) - offset_of(items)'}
      - {id: offsets, type: s4, repeat: expr, repeat-expr: num, if: not _root.v.has_end, -derive: 'offset_of(items[_index]) - offset_of(items)'}
      - {id: little, type: u2le, repeat: expr, repeat-expr: num, if: _root.v.has_end and not _root.v.has_wide_count, -same-as: offsets, -derive: 'offset_of(items[_index]) - offset_of(items)'}
  item:
    doc: An item.
    seq:
      - {id: len, type: u1, -derive: byte_len(text)}
      - {id: text, size: len}
