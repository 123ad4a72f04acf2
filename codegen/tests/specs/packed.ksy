meta: {id: packed, title: Numbers of bits that fill bytes, endian: be, bit-endian: be}
doc: Packed.
seq:
  - {id: heads, type: head, repeat: eos}
types:
  head:
    doc: Three bytes.
    seq:
      - {id: color, type: b2, enum: color}
      - {id: low, type: b6}
      - {id: wide, type: b12}
      - {id: last, type: b4}
enums:
  color:
    0: red
    1: green
    2: blue
    3: none
