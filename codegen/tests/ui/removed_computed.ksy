meta:
  id: removed_computed
  endian: be
  -versions: {big: [aa, ab, zz]}
params:
  - {id: is_bti, type: bool}
  - {id: code, type: str}
instances:
  has_old: {value: code < "zz"}
types:
  t:
    params: [{id: v, type: removed_computed}]
    seq:
      - {id: num, type: u1, -derive: count(items)}
      - {id: first_pos, type: u1, if: v.has_old, -derive: offset_of(items)}
      - {id: offsets, type: u1, repeat: expr, repeat-expr: num, if: v.has_old, -derive: 'offset_of(items[_index]) - offset_of(items)'}
      - {id: items, type: item, repeat: expr, repeat-expr: num}
      - {id: crc, type: u4, if: v.has_old, -checksum: {algo: crc32, over: [items]}}
      - {id: len, type: u1, if: v.has_old, -derive: byte_len(items)}
  item:
    seq:
      - {id: size, type: u1, -derive: byte_len(data)}
      - {id: data, size: size}
