meta: {id: length_of_one_layout, endian: be, imports: [release]}
params:
  - {id: v, type: release}
seq:
  - {id: len, type: u1, -derive: byte_len(data)}
  - {id: data, type: u2, if: not v.has_end}
  - {id: wide_data, type: u4, if: v.has_end, -same-as: data}
