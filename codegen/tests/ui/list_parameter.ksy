meta: {id: list_parameter, endian: be}
params: [{id: lens, type: 'u4[]'}]
seq: [{id: a, size: 'lens[0]'}]
