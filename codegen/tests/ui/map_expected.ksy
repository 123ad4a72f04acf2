meta: {id: map_expected, endian: be}
types: [a]
