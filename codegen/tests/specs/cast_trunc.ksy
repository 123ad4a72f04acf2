meta: {id: cast_trunc, title: A spec that once went wrong, endian: be}
seq:
  - {id: n, type: u8}
  - {id: a, type: u1, if: 'n.as<u1> == 0'}
