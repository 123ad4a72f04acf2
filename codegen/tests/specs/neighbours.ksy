meta: {id: neighbours, title: Elements that ask the ones after them, endian: be}
doc: Where a part ends, the entry of the next one says.
-layout:
  - {for-each: toc, emit: [body]}
seq:
  - {id: num, type: u1, -derive: count(toc)}
  - {id: toc, type: entry(_index), repeat: expr, repeat-expr: num}
types:
  entry:
    doc: Where a part is.
    params: [{id: idx, type: s4}]
    seq:
      - {id: kind, type: u1, enum: kind}
      - {id: ofs, type: u1, -derive: offset_of(body)}
    instances:
      next: {value: 'idx + 1 < _parent.num ? _parent.toc[idx + 1].ofs : _io.size.as<s4>'}
      body: {pos: ofs, size: next - ofs}
enums:
  kind: {0x1: a, 0x2: b}
