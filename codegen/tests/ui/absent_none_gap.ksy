meta: {id: absent_none_gap, endian: be, imports: [release]}
params:
  - {id: v, type: release}
seq:
  - {id: gap, type: u1, if: not v.is_gap, -absent: none}
  - {id: newest, type: u1, if: not v.is_newest, -absent: none}
  - {id: format, type: u1, if: v.is_big, -absent: none}
  - {id: oldest, type: u1, if: v.has_end, -absent: none}
