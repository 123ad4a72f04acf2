meta: {id: unknown_meta_key, endian: be, -files: 1}
seq: []
