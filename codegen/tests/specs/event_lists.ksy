meta: {id: event_lists, title: Lists in the heads of events, endian: be, imports: [vint]}
doc: Lists of elements that differ in width stand in heads as ranges of bytes, so that what follows them does too.
-mode: visit
params:
  - {id: unused, type: u1}
seq:
  - {id: items, type: item, repeat: eos}
types:
  item:
    doc: An item.
    -mode: visit
    -event: item
    seq:
      - {id: tags, type: tag_list}
      - {id: len_marks, type: u1, -derive: byte_len(marks)}
      - {id: marks, type: mark_list, size: len_marks}
      - {id: last, type: u1}
  tag_list:
    doc: Texts.
    -mode: lazy
    seq:
      - {id: num_tags, type: u1, -derive: count(tags)}
      - {id: tags, type: tag, repeat: expr, repeat-expr: num_tags}
  tag:
    doc: A text.
    seq:
      - {id: len_text, type: u1, -derive: byte_len(text)}
      - {id: text, size: len_text}
  mark_list:
    doc: Numbers.
    -mode: lazy
    seq: [{id: all, type: vint::uvint, repeat: eos}]
