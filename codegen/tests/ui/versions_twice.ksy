meta: {id: versions_twice, endian: be, -versions: {big: [aa, ab, aa], bti: [ab]}}
params: [{id: is_bti, type: bool}, {id: code, type: str}]
instances:
  has_x: {value: code >= "ab"}
