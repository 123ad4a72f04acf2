meta: {id: signs, title: Numbers with and without sign, endian: be}
doc: Numbers are compared as what they are; bounds that are values have the bounds of these.
seq:
  - {id: big, type: u8, valid: {min: small}}
  - {id: other, type: s8}
  - {id: above, type: u1, if: 5 < big}
  - {id: between, type: u1, if: other < big and big != other}
  - {id: ordered, type: u1, if: not (big <= other) and big > -1}
  - {id: high, type: u1, if: (big >> sixty) == 15}
  - {id: told, type: told(big >> sixty)}
  - {id: most, type: u8, if: '(other < 0 ? big : 5) >= 5'}
instances:
  small: {value: 2}
  sixty: {value: 60}
  top: {value: big >> sixty}
  larger: {value: 'top > 3 ? big : top'}
  lower: {value: big & -sixty}
types:
  told:
    doc: Told what is shifted.
    params: [{id: top, type: u8}]
    seq: [{id: x, type: u1, if: top == 15 and _parent.top == 15 and _parent.larger > _parent.other}]
