meta: {id: key_twice, endian: be}
seq: []
seq: []
