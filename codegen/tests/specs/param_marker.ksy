meta: {id: param_marker, title: A spec that once went wrong, endian: be}
params:
  - {id: marker, type: u1}
seq:
  - {id: a, type: u1, if: marker == 1}
