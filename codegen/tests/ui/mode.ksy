meta: {id: mode, endian: be}
-mode: fast
