meta: {id: push_defaults, title: What nobody chooses of what is pushed, endian: be, imports: [release, names]}
doc: What stands for fields that some versions do not have.
-mode: visit
params:
  - {id: v, type: release}
seq:
  - {id: items, type: item, repeat: eos}
types:
  item:
    doc: An item.
    -mode: visit
    -event: item
    seq:
      - {id: rank, type: u2, if: v_has_end, -absent: 300}
      - {id: depth, type: s1, if: v_has_end, -absent: -1}
      - {id: mood, type: u1, enum: mood, if: v_has_end, -absent: 'mood::good'}
      - {id: is_old, type: u1, if: v_has_end, -bool: true, -absent: true}
      - {id: tag, size: 2, if: v_has_end, -absent: stored 0709}
      - {id: code, type: str, size: 2, encoding: ASCII, if: v_has_end, -absent: stored 6f6b}
      - {id: owner, type: 'names::name', if: v_has_end, -absent: stored 02 6f6b}
      - {id: last, type: u1}
    instances:
      v_has_end: {value: _root.v.has_end}
enums:
  mood: {0: bad, 1: good}
