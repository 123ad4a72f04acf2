meta: {id: version_letters, endian: be, -versions: {big: [aa, AB, abc, d]}}
params: [{id: is_bti, type: bool}, {id: code, type: str}]
