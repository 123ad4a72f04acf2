meta: {id: order_of_no_feature, endian: be, -versions: {big: [aa, ab], bti: [ba]}, -order: [has_x, not has_y]}
params: [{id: is_bti, type: bool}, {id: code, type: str}]
instances:
  has_x: {value: code >= "ab"}
