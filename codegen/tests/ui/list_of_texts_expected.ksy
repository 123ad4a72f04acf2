meta: {id: list_of_texts_expected, endian: be, imports: vint}
seq: []
