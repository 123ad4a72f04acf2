meta: {id: byte_len_of_delta, endian: be}
seq:
  - {id: a, type: u1, -derive: byte_len(b)}
  - {id: b, type: u8, -delta: {as: c, base: 1}}
instances: {c: {value: b.as<s8> + 1}}
