meta: {id: values_of_one_name, endian: be}
seq: [{id: a, type: u1, enum: kind}]
enums: {kind: {1: a_1, 2: a1}}
