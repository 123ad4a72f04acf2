meta: {id: told_elements, title: Elements that ask for the version, endian: be, imports: [release]}
doc: Elements of fixed width, of a kind that only some versions have, and others that ask for the layouts of an array beside them.
params:
  - {id: v, type: release}
seq:
  - {id: num, type: u1, -derive: count(marks)}
  - {id: lens, type: u1, repeat: expr, repeat-expr: num, if: not v.has_end}
  - {id: wide_lens, type: u2, repeat: expr, repeat-expr: num, if: v.has_end, -same-as: lens}
  - {id: marks, type: mark, repeat: expr, repeat-expr: num}
  - {id: texts, type: text(_index), repeat: expr, repeat-expr: num}
types:
  mark:
    doc: A mark.
    seq:
      - {id: kind, type: u1, enum: mark_kind, valid: {expr: '_root.v.has_end or _ != mark_kind::late'}}
      - {id: n, type: u1}
  text:
    doc: A text, as long as the version says it is in its way.
    params:
      - {id: idx, type: s4}
    seq:
      - {id: data, size: '_root.v.has_end ? _parent.wide_lens[idx] : _parent.lens[idx]'}
enums:
  mark_kind: {0: early, 1: late}
