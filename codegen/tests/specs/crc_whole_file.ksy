meta: {id: crc_whole_file, title: A spec that once went wrong, endian: be}
seq:
  - {id: head, type: u4}
  - {id: items, type: item, repeat: expr, repeat-expr: head}
  - {id: crc, type: u8, -checksum: {algo: crc32, over: [head, items]}}
types:
  item:
    seq:
      - {id: len, type: u2, -derive: byte_len(data)}
      - {id: data, size: len}
