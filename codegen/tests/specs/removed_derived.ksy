meta: {id: removed_derived, title: Derived fields that later versions no longer have, endian: be, imports: [release]}
doc: What is computed where it is written has a value where it is not.
params:
  - {id: v, type: release}
seq:
  - {id: size, type: u2, if: not v.has_end, -absent: 7, -derive: byte_len(data)}
  - {id: len_data, type: u1, -derive: byte_len(data)}
  - {id: data, size: len_data}
  - {id: tail, size: size - 6, if: v.has_end, -absent: empty}
instances:
  twice: {value: size * 2}
