meta: {id: flag_expected, endian: be}
seq:
  - {id: a, type: u1, -bool: perhaps}
