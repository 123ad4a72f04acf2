meta: {id: no_feature, endian: be, -versions: {big: [aa]}}
params: [{id: is_bti, type: bool}, {id: code, type: str}]
instances:
  has_x: {value: code + "a"}
