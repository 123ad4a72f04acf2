meta: {id: lazies, title: Spans that are read when asked for, endian: be}
doc: Lazy.
seq:
  - {id: len, type: u1, -derive: byte_len(sized)}
  - {id: sized, type: span, size: len}
  - {id: own, type: span}
types:
  span:
    doc: A span.
    -mode: lazy
    seq:
      - {id: num_words, type: u1, -derive: count(words)}
      - {id: words, type: u2, repeat: expr, repeat-expr: num_words}
