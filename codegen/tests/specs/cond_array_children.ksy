meta: {id: cond_array_children, title: A spec that once went wrong, endian: be}
seq:
  - {id: n, type: u1}
  - {id: wide, type: u4, repeat: expr, repeat-expr: n, if: n > 3}
  - {id: narrow, type: u2, repeat: expr, repeat-expr: n, if: n <= 3}
  - {id: items, type: item(_index), repeat: expr, repeat-expr: n}
types:
  item:
    params:
      - {id: idx, type: s4}
    seq:
      - {id: data, size: '_parent.n > 3 ? _parent.wide[idx] : _parent.narrow[idx]'}
