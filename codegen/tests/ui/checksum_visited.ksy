meta: {id: checksum_visited, endian: be}
doc: A checksum behind what is visited.
-mode: visit
-event: checksum_visited
seq:
  - {id: len, type: u1, doc: Length.}
  - {id: body, type: part, repeat: expr, repeat-expr: len, doc: Parts.}
  - {id: crc, type: u4, -checksum: {algo: crc32, over: [len]}, doc: Checksum.}
types:
  part:
    doc: A part.
    -mode: visit
    -event: part
    seq:
      - {id: a, type: u1, doc: A number.}
