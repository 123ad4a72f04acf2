meta: {id: visits, title: Events and registers, endian: be, imports: [vint]}
doc: Visits.
-mode: visit
params:
  - {id: num_columns, type: u4}
seq:
  - {id: groups, type: group, repeat: eos}
types:
  group:
    doc: A group.
    -mode: visit
    -event: group
    -state: {last_start: _io.pos}
    seq:
      - {id: name, type: u1}
      - {id: members, type: member, repeat: until, repeat-until: _.is_end}
  member:
    doc: A member, or the end.
    -mode: visit
    -event: member
    -enter: {start: _io.pos, distance: 'is_end ? 0 : start - last_start'}
    -leave: {last_start: start}
    seq:
      - id: flags
        type: u1
        -bits:
          0x01: {when: not present(body)}
          0x02: {when: 'is(body, mark)'}
          0x04: {when: all_present(body.person.columns)}
          0x08: {when: 'any_present(body.person.columns[].note)'}
      - id: body
        type: {switch-on: (flags & 2) != 0, cases: {true: mark, false: person(flags)}}
        if: not is_end
    instances:
      is_end: {value: (flags & 1) != 0}
  mark:
    doc: A mark.
    -mode: visit
    -event: mark
    seq: [{id: weight, type: u1}]
  person:
    doc: A person.
    -mode: visit
    -event: person
    params: [{id: flags, type: u1}]
    seq:
      - {id: len, type: vint::uvint, -derive: byte_len(inner)}
      - {id: inner, type: inner, size: len.value}
      - {id: missing, type: vint::subset(_root.num_columns), if: (flags & 4) == 0, -derive: missing(columns)}
      - {id: columns, type: 'column(_index, flags)', repeat: expr, repeat-expr: _root.num_columns}
  inner:
    doc: Begins with the distance from the member before.
    -mode: visit
    -event: inner
    seq:
      - {id: distance, type: vint::uvint, -derive: distance}
      - {id: stamp, type: u1}
  column:
    doc: A column, if it is there.
    -mode: visit
    -event: column
    params:
      - {id: idx, type: s4}
      - {id: flags, type: u1}
    seq:
      - {id: data, type: u2, if: present}
      - {id: note, type: u1, if: present and (flags & 8) != 0}
    instances:
      present: {value: 'true', -native: 'column_present(_parent.missing, idx)'}
