meta: {id: byte_order, endian: middle}
