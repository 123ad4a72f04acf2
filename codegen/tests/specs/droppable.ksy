meta: {id: droppable, title: A field that only a version without it drops, endian: be, imports: [release]}
doc: Drops.
params:
  - {id: v, type: release}
seq:
  - {id: flags, type: u1, -bits: {0x01: {id: is_set}}}
  - {id: extra, type: u1, if: v.has_end and (flags & 1) != 0, -droppable: true}
