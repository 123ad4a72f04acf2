meta: {id: unknown_type_key, endian: be}
-modes: visit
