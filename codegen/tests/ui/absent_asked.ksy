meta: {id: absent_asked, endian: be, imports: [release, vint]}
params: [{id: v, type: release}]
seq:
  - {id: len, type: 'vint::uvint', if: not v.has_end, -derive: byte_len(data)}
  - {id: wide_len, type: u4, if: v.has_end, -same-as: len, -derive: byte_len(data)}
  - {id: data, size: len.value}
