meta: {id: arithmetic, title: Operators that have no value for some numbers, endian: be}
doc: Numbers, and what operators make of them.
seq:
  - {id: kind, type: u1}
  - {id: a, type: s8}
  - {id: b, type: s8}
  - {id: unread, type: u1}
instances:
  quotient: {value: a / b, if: kind == 1}
  remainder: {value: a % b, if: kind == 2}
  lower: {value: a >> b, if: kind == 3}
  higher: {value: a << b, if: kind == 4}
  product: {value: a * b, if: kind == 5}
