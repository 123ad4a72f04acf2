meta: {id: lost_count, title: A count that later versions no longer have, endian: be, imports: [release]}
doc: Versions without a field have what stands for it, whatever a model says.
params:
  - {id: v, type: release}
seq:
  - {id: num, type: u1, if: not v.has_end, -absent: 2, -droppable: true}
  - {id: is_more, type: u1, -bool: true, if: not v.has_end, -absent: 'false', -droppable: true}
  - {id: mark, size: 2, if: not v.has_end, -absent: empty, -droppable: true}
  - {id: note, type: u1, if: not v.has_end, -absent: none, -droppable: true}
  - {id: flags, type: u1, -bits: {0x01: {when: present(note)}, 0x02: {when: present(mark)}}}
  - {id: num_notes, type: u1, -derive: count(notes)}
  - {id: len_mark, type: u1, -derive: byte_len(mark)}
  - {id: notes, type: u1, repeat: expr, repeat-expr: num_notes, if: not v.has_end, -absent: empty, -droppable: true}
  - {id: items, type: u1, repeat: expr, repeat-expr: num}
  - {id: marked, type: u1, repeat: expr, repeat-expr: mark.size}
  - {id: more, type: u1, if: is_more}
  - {id: sized, size: num}
