meta: {id: values, title: Expressions, endian: be}
doc: Values.
seq:
  - {id: a, type: u1}
  - {id: b, type: s4}
  - {id: c, type: u8}
  - {id: items, type: u2, repeat: expr, repeat-expr: 2}
  - {id: one, type: u1, valid: 7}
  - {id: small, type: s2, valid: {min: -3, max: 3}}
  - {id: even, type: u1, valid: {expr: _ % 2 == 0}}
  - {id: some, type: u1, if: a > 1}
instances:
  sum: {value: a + b * 2 - 1}
  halves: {value: b / 2}
  left: {value: b % 5}
  shifted: {value: (a << 4 | 0x0f) ^ 1}
  high: {value: c >> 60}
  both: {value: a > 1 and not (b < 0) or c == 0}
  choice: {value: 'a == 0 ? 10 : a == 1 ? 20 : 30'}
  second: {value: 'items[1] + items.size'}
  wide: {value: a.as<u8> + 1}
  is_there: {value: 'a > 1 ? some == 9 : false'}
