meta: {id: vint, title: Vints, endian: be}
doc: The runtime's numbers.
types:
  uvint: {doc: unsigned, -native: uvint}
  svint: {doc: signed, -native: svint}
  sized: {doc: of some bytes, -native: sized_int, params: [{id: n, type: u1}]}
  subset: {doc: of columns, -native: column_subset, params: [{id: n, type: u4}]}
  place: {doc: where it stands, -native: position, params: [{id: at, type: s8}]}
