meta: {id: crossing, title: Bit fields that begin within a byte and end in another, endian: be, bit-endian: be}
doc: Bits of which Kaitai says that they take the bytes they touch.
seq:
  - {id: unused, type: b2}
  - {id: third, type: b5}
  - {id: second, type: b8}
  - {id: first, type: b17}
