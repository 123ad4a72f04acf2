meta:
  id: release
  title: Versions
  -versions: {big: [aa, ab, ba], small: [ca]}
doc: Versions.
params:
  - {id: is_bti, type: bool}
  - {id: code, type: str}
instances:
  has_end: {value: is_bti or code >= "ab", doc: from ab on}
  has_wide_count: {value: code == "ba" or (is_bti and has_end)}
  is_gap: {value: code == "ab", doc: a version that lacks what those before and after it have}
  is_newest: {value: code == "ba"}
  is_big: {value: not is_bti}
