meta: {id: derived_truth_as_bytes, endian: be}
seq:
  - {id: a, size: 1, -derive: present(b)}
  - {id: b, type: u1, if: "a.size == 1"}
