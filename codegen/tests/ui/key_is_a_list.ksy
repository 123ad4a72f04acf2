meta: {id: key_is_a_list, endian: be}
? [a]
: b
