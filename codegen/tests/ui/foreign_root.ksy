meta: {id: foreign_root, endian: be, imports: [visits]}
seq: [{id: a, type: "visits::group"}]
