meta: {id: switch_without_cases, endian: be}
seq:
  - {id: a, type: {switch-on: 1}}
