meta: {id: version_flags, title: Flags that some versions do not have, endian: be, imports: [release]}
doc: Version flags.
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
      - id: flags
        type: u1
        if: _root.v.has_end
        -bits:
          0x01: {id: is_hot}
          0x02: {id: has_tag, when: present(tag)}
      - {id: tag, type: u1, if: _root.v.has_end and (flags & 0x02) != 0}
      - {id: weight, type: u1}
