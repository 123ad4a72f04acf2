meta: {id: delta_of_a_short, endian: be}
seq: [{id: a, type: u2, -delta: {as: b, base: 1}}]
instances: {b: {value: a + 1}}
