meta: {id: unknown_plain_key, endian: be}
sequence: []
