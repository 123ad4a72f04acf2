meta: {id: list_expected, endian: be}
seq: {a: u1}
