meta: {id: version_presence, title: A flag of new versions for what old ones always have, endian: be, imports: [release]}
doc: Version presence.
params:
  - {id: v, type: release}
seq:
  - id: flags
    type: u1
    if: v.has_end
    -bits:
      0x01: {id: is_hot}
      0x02: {id: has_note, when: present(note)}
  - {id: note, type: u1, if: not v.has_end or (flags & 0x02) != 0}
