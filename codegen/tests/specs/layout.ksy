meta: {id: layout, title: Bodies behind a table of contents, endian: be}
doc: Bodies.
-layout:
  - {for-each: toc, emit: [body, body_sum]}
  - last
seq:
  - {id: num_parts, type: u1, -derive: count(toc)}
  - {id: ofs_last, type: u2, -derive: offset_of(last)}
  - {id: toc, type: part(_index), repeat: expr, repeat-expr: num_parts}
  - {id: toc_sum, type: u4, -checksum: {algo: crc32, over: [num_parts, toc]}}
instances:
  last: {pos: ofs_last, type: u2}
types:
  part:
    doc: Where one body is.
    params: [{id: idx, type: s4}]
    seq:
      - {id: len_body, type: u1, -derive: byte_len(body)}
      - {id: ofs, type: u2, -derive: offset_of(body)}
    instances:
      body: {pos: ofs, size: len_body, type: body(idx)}
      body_sum: {pos: ofs + len_body, type: u4, -checksum: {algo: crc32, over: [body]}}
  body:
    doc: A body.
    params: [{id: idx, type: s4}]
    seq:
      - {id: first, type: u1}
      - {id: more, type: u1, repeat: eos}
