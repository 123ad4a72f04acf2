meta: {id: lazy_asked, title: Flags that follow from what is read when asked for, endian: be, imports: [vint]}
doc: Lazy values that flags tell of.
-mode: visit
params:
  - {id: unused, type: u1}
seq:
  - {id: entries, type: entry, repeat: eos}
types:
  entry:
    doc: An entry.
    -mode: visit
    -event: entry
    seq:
      - {id: key, type: u1}
      - id: flags
        type: u1
        -bits:
          0x01: {id: has_counts, when: 'any_present(blocks.list[].num_rows)'}
          0x02: {id: is_large, when: count(blocks.list) > 1}
      - {id: len, type: vint::uvint, -derive: byte_len(blocks)}
      - {id: blocks, type: blocks((flags & 1) != 0), size: len.value, if: len.value > 0}
  blocks:
    doc: Blocks.
    -mode: lazy
    params:
      - {id: is_counted, type: bool}
    seq:
      - {id: num, type: u1, -derive: count(list)}
      - {id: list, type: block(is_counted), repeat: expr, repeat-expr: num}
  block:
    doc: A block.
    params:
      - {id: is_counted, type: bool}
    seq:
      - {id: width, type: u1}
      - {id: num_rows, type: u1, if: is_counted}
