meta: {id: valid, title: What may be written, endian: be}
doc: What is derived is valid or is not written, wherever it stands.
seq:
  - {id: has, type: u1, -bits: {0x01: {id: has_len}, 0x02: {id: is_odd}}, valid: {expr: _ != 2}}
  - {id: len, type: u1, if: (has & 1) != 0, -derive: byte_len(data), valid: {max: 3}}
  - {id: ofs, type: u1, -derive: offset_of(tail), valid: {max: 20}}
  - {id: base, type: s8}
  - {id: delta, type: s8, -delta: {as: sum, base: base}, valid: {min: 0}}
  - {id: data, size-eos: true, if: (has & 1) != 0}
  - {id: tail, type: empty}
instances:
  sum: {value: base + delta}
types:
  empty: {doc: Nothing.}
