meta:
  id: lacking_asked
  endian: be
  -versions: {big: [aa, ab, zz], small: [ca]}
params:
  - {id: is_bti, type: bool}
  - {id: code, type: str}
instances:
  has_new: {value: not is_bti and code >= "ab"}
  has_no_old: {value: not is_bti and code >= "zz"}
types:
  # What its parts ask for.
  parent:
    params: [{id: v, type: lacking_asked}]
    seq:
      - {id: num, type: u1, -derive: count(parts)}
      - {id: len_all, type: u2, if: not v.has_no_old, -derive: byte_len(parts)}
      - {id: kept, type: u2, if: not v.has_no_old, -absent: 2}
      - {id: extra, type: u2, if: v.has_new, -absent: none}
      - {id: parts, type: part, repeat: expr, repeat-expr: num}
      - {id: told, type: sized(extra)}
      - {id: only_new, type: sized(extra), if: v.has_new, -absent: none}
  part:
    seq:
      - {id: all, size: len_part}
      - {id: enough, size: _parent.kept}
    instances:
      len_part: {value: _parent.len_all - 1}
  sized:
    params: [{id: len, type: u2}]
    seq:
      - {id: data, size: len}
  # The same within one type: a count, a condition, a value of a flag, a list, a position.
  own:
    params: [{id: v, type: lacking_asked}]
    seq:
      - {id: num, type: u1, if: not v.has_no_old, -derive: count(list)}
      - {id: marks, type: u1, if: v.has_new, -bits: {0x01: {id: has_mark}}}
      - {id: list, type: u1, repeat: expr, repeat-expr: num}
      - {id: mark, type: u1, if: (marks & 1) != 0}
      - {id: sound, type: u1, if: v.has_new and (marks & 1) != 0}
      - {id: either, type: u1, valid: {min: 'v.has_no_old ? 1 : num'}}
      - {id: late, type: u1, valid: {expr: v.has_no_old or _ != num}}
    instances:
      # What others ask for, who expect it in all versions.
      twice: {value: num * 2}
      # Of a gained field: none had it.
      marked: {value: marks & 1}
