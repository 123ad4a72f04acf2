meta: {id: imported_nowhere, endian: be}
seq:
  - {id: a, type: vint}
  - {id: b, type: vint}
  - {id: c, type: inner}
types:
  inner:
    seq: [{id: d, type: vint}]
