meta: {id: sums, title: Checksums of bytes that stand elsewhere, endian: be}
doc: Numbers that nothing here is compared with.
seq:
  - {id: n, type: u1}
  - {id: all, type: u8, repeat: expr, repeat-expr: n, -algo: crc32c}
  - {id: last, type: str, encoding: UTF-8, size-eos: true, -algo: crc32}
