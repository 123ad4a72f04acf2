meta: {endian: be}
