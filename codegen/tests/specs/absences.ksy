meta: {id: absences, title: 'Each kind of -absent, where each kind of version lacks the field', endian: be, imports: [release, vint]}
doc: Fields that the oldest version lacks, one in the middle, the newest, and all versions of a format.
-mode: visit
params:
  - {id: v, type: release}
seq:
  - {id: entries, type: entry, repeat: eos}
types:
  entry:
    doc: An entry.
    -mode: visit
    -event: entry
    seq:
      - {id: base, type: u1}
      - {id: old_none, type: u1, if: _root.v.has_end, -absent: none}
      - {id: old_number, type: u2, if: _root.v.has_end, -absent: 258}
      - {id: old_vint, type: vint::uvint, if: _root.v.has_end, -absent: 300}
      - {id: old_data, size: 2, if: _root.v.has_end, -absent: stored 6869}
      - {id: old_kind, type: u1, enum: kind, if: _root.v.has_end, -absent: kind::b}
      - {id: old_other, type: u1, if: _root.v.has_end, -absent: base}
      - {id: gap_number, type: u2, if: not _root.v.is_gap, -absent: 258}
      - {id: gap_vint, type: vint::uvint, if: not _root.v.is_gap, -absent: 300}
      - {id: gap_data, size: 2, if: not _root.v.is_gap, -absent: stored 6869}
      - {id: gap_kind, type: u1, enum: kind, if: not _root.v.is_gap, -absent: kind::b}
      - {id: gap_other, type: u1, if: not _root.v.is_gap, -absent: base}
      - {id: new_number, type: u2, if: not _root.v.is_newest, -absent: 258}
      - {id: new_vint, type: vint::uvint, if: not _root.v.is_newest, -absent: 300}
      - {id: new_data, size: 2, if: not _root.v.is_newest, -absent: stored 6869}
      - {id: new_kind, type: u1, enum: kind, if: not _root.v.is_newest, -absent: kind::b}
      - {id: new_other, type: u1, if: not _root.v.is_newest, -absent: base}
      - {id: big_none, type: u1, if: _root.v.is_big, -absent: none}
      - {id: big_number, type: u2, if: _root.v.is_big, -absent: 258}
      - {id: big_vint, type: vint::uvint, if: _root.v.is_big, -absent: 300}
      - {id: big_data, size: 2, if: _root.v.is_big, -absent: stored 6869}
      - {id: big_kind, type: u1, enum: kind, if: _root.v.is_big, -absent: kind::b}
      - {id: big_other, type: u1, if: _root.v.is_big, -absent: base}
enums:
  kind:
    0: {id: a, doc: one}
    1: {id: b, doc: another}
