meta: {id: places, title: 'Derived lengths, offsets and checksums', endian: be}
doc: Places.
seq:
  - {id: num_entries, type: u1, -derive: count(entries)}
  - {id: len_both, type: u4, -derive: byte_len(offsets) + byte_len(entries)}
  - {id: offsets, type: u2le, repeat: expr, repeat-expr: num_entries, -derive: 'offset_of(entries[_index]) - offset_of(offsets)'}
  - {id: entries, type: entry, repeat: expr, repeat-expr: num_entries}
  - {id: back, type: u1, -derive: offset_of(entries)}
  - {id: id_no, type: u2}
  - {id: sum, type: u4, -checksum: {algo: crc32, over: [offsets, entries]}}
  - {id: sum_c, type: u4, -checksum: {algo: crc32c, over: [id_no]}}
  - {id: sum_le, type: u4, -checksum: {algo: crc32c_le, over: [id_no, entries]}}
types:
  entry:
    doc: Some bytes.
    seq:
      - {id: len, type: u1, -derive: byte_len(data)}
      - {id: data, size: len}
