meta: {id: blowup, title: A spec that once went wrong, endian: be}
seq:
  - {id: a, type: u1}
  - {id: b, type: u1, if: v18 > 0}
instances:
  v0: {value: a.as<s8>}
  v1: {value: 'v0 > 0 ? v0 : v0 + 1'}
  v2: {value: 'v1 > 0 ? v1 : v1 + 1'}
  v3: {value: 'v2 > 0 ? v2 : v2 + 1'}
  v4: {value: 'v3 > 0 ? v3 : v3 + 1'}
  v5: {value: 'v4 > 0 ? v4 : v4 + 1'}
  v6: {value: 'v5 > 0 ? v5 : v5 + 1'}
  v7: {value: 'v6 > 0 ? v6 : v6 + 1'}
  v8: {value: 'v7 > 0 ? v7 : v7 + 1'}
  v9: {value: 'v8 > 0 ? v8 : v8 + 1'}
  v10: {value: 'v9 > 0 ? v9 : v9 + 1'}
  v11: {value: 'v10 > 0 ? v10 : v10 + 1'}
  v12: {value: 'v11 > 0 ? v11 : v11 + 1'}
  v13: {value: 'v12 > 0 ? v12 : v12 + 1'}
  v14: {value: 'v13 > 0 ? v13 : v13 + 1'}
  v15: {value: 'v14 > 0 ? v14 : v14 + 1'}
  v16: {value: 'v15 > 0 ? v15 : v15 + 1'}
  v17: {value: 'v16 > 0 ? v16 : v16 + 1'}
  v18: {value: 'v17 > 0 ? v17 : v17 + 1'}
