meta: {id: toc_version, title: A table of contents that differs between versions, endian: be, imports: [release]}
doc: Entries of one width in each version, which their neighbours ask for where they start.
-layout:
  - {for-each: toc, emit: [body]}
params:
  - {id: v, type: release}
seq:
  - {id: num_parts, type: u1, -derive: count(toc)}
  - {id: toc, type: part(_index), repeat: expr, repeat-expr: num_parts}
types:
  part:
    doc: Where one body is.
    params: [{id: idx, type: s4}]
    seq:
      - {id: wide_kind, type: u2, enum: part_kind, if: _root.v.has_end, -same-as: kind}
      - {id: kind, type: u1, enum: part_kind, if: not _root.v.has_end}
      - {id: ofs, type: u2, -derive: offset_of(body)}
      - {id: len, type: u4, if: _root.v.has_end, -absent: 0, -derive: byte_len(body)}
      - {id: note, type: u1, if: _root.v.has_wide_count, -absent: 7}
    instances:
      ofs_next: {value: 'idx + 1 < _parent.num_parts ? _parent.toc[idx + 1].ofs : _io.size'}
      body: {pos: ofs, size: ofs_next - ofs}
enums:
  part_kind: {0: first, 1: second}
