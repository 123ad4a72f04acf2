meta: {id: pushed_between_length_and_measured, endian: be, imports: [vint]}
-mode: visit
seq:
  - {id: items, type: item, repeat: eos}
types:
  item:
    -mode: visit
    -event: item
    seq:
      - {id: len_body, type: vint::uvint, -derive: byte_len(body)}
      - {id: num_parts, type: vint::uvint, -derive: count(body.parts)}
      - {id: body, type: body, size: len_body.value}
  body:
    -mode: visit
    -event: body
    seq:
      - {id: parts, type: part, repeat: eos}
  part:
    -mode: visit
    -event: part
    seq: [{id: size, type: u1}]
