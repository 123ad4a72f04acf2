meta: {id: field_named_begin, endian: be}
seq:
  - {id: begin, type: u1}
  - {id: all, type: inner, repeat: eos}
types:
  inner:
    seq:
      - {id: len, type: u1, -derive: byte_len(data)}
      - {id: data, size: len}
