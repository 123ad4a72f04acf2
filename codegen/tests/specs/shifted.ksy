meta: {id: shifted, title: A flag that is moved before it is asked for, endian: be}
doc: Items, in which a flag waits for what is pushed after it.
-mode: visit
params:
  - {id: unused, type: u1}
seq:
  - {id: items, type: item, repeat: eos}
types:
  item:
    doc: An item, perhaps with a weight, and then with a unit.
    -mode: visit
    -event: item
    seq:
      - id: flags
        type: u1
        -bits:
          0x08: {id: has_weight, when: present(body.weight)}
      - {id: unit, type: u1, if: ((flags >> 3) & 1) == 1}
      - {id: body, type: body(flags)}
  body:
    doc: What it holds.
    -mode: visit
    -event: body
    params:
      - {id: flags, type: u1}
    seq:
      - {id: name, type: u1}
      - {id: weight, type: u1, if: (flags & 8) != 0}
