meta: {id: gap_without_number, endian: be}
seq:
  - {id: a, type: u2, repeat: eos, -derive: offset_of(b)}
  - {id: b, type: u1}
