meta: {id: not_imported, endian: be}
seq:
  - {id: a, type: vint::uvint}
