meta: {id: unknown_native, endian: be}
types:
  a: {-native: float_128}
