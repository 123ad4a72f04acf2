meta:
  id: absent_none_removed
  endian: be
  -versions: {big: [aa, ab, zz], small: [ca]}
params:
  - {id: is_bti, type: bool}
  - {id: code, type: str}
instances:
  has_new: {value: not is_bti and code >= "ab"}
  has_no_old: {value: not is_bti and code >= "zz"}
types:
  t:
    params: [{id: v, type: absent_none_removed}]
    seq:
      - {id: old, type: u1, if: not v.has_no_old, -absent: none}
      - {id: new_one, type: u1, if: v.has_new, -absent: none}
