meta: {id: count_of_each, endian: be}
seq:
  - {id: num, type: u1, -derive: 'count(all[])'}
  - {id: all, type: u1, repeat: expr, repeat-expr: num}
