meta: {id: trailing, endian: be}
-trailing: drop
