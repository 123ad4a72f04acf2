meta: {id: bool_list, title: Lists of other things than numbers, endian: be, imports: [release, vint]}
doc: Elements that expressions ask for.
seq:
  - {id: all, type: u1, -bool: true, repeat: expr, repeat-expr: 3}
  - {id: es, type: u1, enum: e, repeat: expr, repeat-expr: 2}
  - {id: fs, type: f4, repeat: expr, repeat-expr: 2}
  - {id: vs, type: 'vint::svint', repeat: expr, repeat-expr: 2}
  - {id: second, type: u1, if: 'fs.size > 1 and vs[1].value > 3'}
enums:
  e: {0: zero, 5: five}
