meta: {id: removed_asked, title: Fields that later versions no longer have and others ask for, endian: be, imports: [release]}
doc: What stands for a field is what others find.
params:
  - {id: v, type: release}
seq:
  - {id: first, type: list, if: not v.has_end, -absent: stored 02 0001 0002}
  - {id: text, type: str, size: 2, encoding: ASCII, if: not v.has_end, -absent: stored 3033}
  - {id: few, type: u2, repeat: expr, repeat-expr: 2, if: not v.has_end, -absent: stored 0000 0001}
  - {id: flag, type: b4, if: not v.has_end, -absent: stored 20}
  - {id: data, size: 3, if: not v.has_end, -absent: stored 010203}
  - {id: one, size: first.num}
  - {id: two, size: text.to_i}
  - {id: three, size: 'few[1]'}
  - {id: four, size: flag}
  - {id: five, size: data.size}
types:
  list:
    doc: Numbers.
    seq:
      - {id: num, type: u1}
      - {id: all, type: u2, repeat: expr, repeat-expr: num}
