meta: {id: layout_of_another_field, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: kind, type: u4}
  - {id: count, type: u4, if: not v.has_wide_count}
  - {id: wide_count, type: u8, if: v.has_wide_count, -same-as: kind}
