meta: {id: unasked, title: Values that cannot always be computed, endian: be}
doc: What stands under a condition that does not hold is not computed, so it cannot be wrong.
seq:
  - {id: num, type: u1}
  - {id: first, type: u1, repeat: expr, repeat-expr: share, if: num != 0}
  - {id: second, type: u1, repeat: expr, repeat-expr: share, if: num != 0 and share > 1}
  - {id: base, type: s8, if: num != 0}
  - {id: near, type: s8, if: num != 0, -delta: {as: far, base: origin}}
  - {id: also_near, type: s8, if: num != 0, -delta: {as: also_far, base: origin}}
  - {id: last, type: u1}
instances:
  share: {value: 8 / num, if: num != 0, doc: How many each has.}
  origin: {value: base + share, if: num != 0, doc: What the others are counted from.}
  far: {value: near + origin, if: num != 0}
  also_far: {value: also_near + origin, if: num != 0}
  is_far: {value: far > 7 and also_far > 7 and far != also_far, if: num != 0}
