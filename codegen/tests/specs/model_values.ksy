meta: {id: model_values, title: Values that models say, endian: be, imports: [release]}
doc: Values of models, as far as their fields tell them.
params:
  - {id: v, type: release}
  - {id: limit, type: u2}
seq:
  - {id: n, type: u1}
  - {id: len, type: u1, -derive: byte_len(data)}
  - {id: data, size: len}
  - {id: more, type: u1, if: n > 1}
  - {id: part, type: part(n == 0)}
instances:
  has_more: {value: n > 1, doc: There is more.}
  twice: {value: n * 2}
  sum: {value: twice + more}
  more_or_none: {value: more + 1, if: has_more}
  by_version: {value: 'v.has_end ? n : 0'}
  by_limit: {value: v.has_end and n > limit}
  of_part: {value: part.is_high}
  num_bytes: {value: data.size}
  is_long: {value: len > 3}
  pos: {value: _io.size}
  most: {value: limit * 2}
types:
  part:
    doc: A part, in which flags and a parameter are.
    params: [{id: is_first, type: bool}]
    seq:
      - {id: flags, type: u1, -bits: {0x01: {id: is_hot}, 0x02: {id: has_x, when: present(x)}, 0x80: {id: is_odd}}}
      - {id: x, type: s2, if: (flags & 0x02) != 0}
      - {id: level, type: u1}
    instances:
      is_high: {value: level > 9}
      is_high_first: {value: is_first and level > 9}
      is_new: {value: '_root.v.has_end and level == 0'}
      is_within: {value: level < _root.limit}
      is_odd: {value: (flags & 0x80) != 0}
