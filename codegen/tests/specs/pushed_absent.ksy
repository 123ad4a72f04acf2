meta: {id: pushed_absent, title: 'What some versions do not have, pushed', endian: be, imports: [release]}
doc: Values of types of their own, and lists that know the file's parameters, in what is pushed.
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
      - {id: owner, type: name, if: _root.v.has_end, -absent: stored 02 6f6b}
      - id: flags
        type: u1
        -bits:
          0x01: {id: has_weights, when: 'any_present(rest.blocks[].weight)'}
      - {id: len_rest, type: u1, -derive: byte_len(rest)}
      - {id: rest, type: rest((flags & 1) != 0), size: len_rest, if: len_rest > 0}
  name:
    doc: A name.
    seq:
      - {id: len, type: u1, -derive: byte_len(data)}
      - {id: data, size: len}
  rest:
    doc: Blocks, all with weights or none.
    -mode: lazy
    params:
      - {id: has_weights, type: bool}
    seq:
      - {id: num, type: u1, -derive: count(blocks)}
      - {id: blocks, type: block(has_weights), repeat: expr, repeat-expr: num}
  block:
    doc: A block.
    params:
      - {id: has_weight, type: bool}
    seq:
      - {id: size, type: u1, if: not _root.v.has_wide_count}
      - {id: wide_size, type: u2, if: _root.v.has_wide_count, -same-as: size}
      - {id: weight, type: u1, if: has_weight}
