meta: {id: names, title: Types for other files, endian: be}
doc: A collection of types, which nobody tells anything.
types:
  name:
    doc: A name.
    seq:
      - {id: len, type: u1, -derive: byte_len(data)}
      - {id: data, size: len}
