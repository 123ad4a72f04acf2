meta: {id: layout_of_a_misspelt_field, endian: be, imports: [release]}
params: [{id: v, type: release}]
seq:
  - {id: count, type: u4, if: not v.has_wide_count}
  - {id: wide_count, type: u8, if: v.has_wide_count, -same-as: counts}
