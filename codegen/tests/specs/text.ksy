meta: {id: text, title: Text and bytes, endian: be, encoding: UTF-8}
doc: Text.
seq:
  - {id: magic, size: 2}
  - {id: len_name, type: u1, -derive: byte_len(name)}
  - {id: name, type: str, size: len_name}
  - {id: len_java, type: u2, -derive: byte_len(java)}
  - {id: java, type: str, size: len_java, -encoding: java-modified-utf-8}
  - {id: line, type: str, terminator: 0x0a}
  - {id: lines, type: str, terminator: 0, repeat: expr, repeat-expr: 2}
  - {id: number, type: str, size: 3}
  - {id: rest, size-eos: true}
instances:
  doubled: {value: number.to_i * 2}
  is_long: {value: name.length > 3 or rest.size > 3}
