meta: {id: checked, title: Checksums that heads compare, endian: be, imports: [release]}
doc: A checksum of another kind in each version.
params:
  - {id: v, type: release}
seq:
  - {id: lead, type: u1, if: v.has_end, -absent: 0x5a}
  - {id: body, size: '_io.size - len_sum - (v.has_end ? 1 : 0)'}
  - {id: crc, type: u8, if: v.has_wide_count, -checksum: {algo: crc32, over: [body, lead]}}
  - {id: first_crc, type: u4, if: not v.has_end, -same-as: crc, -checksum: {algo: crc32, over: [body]}}
  - {id: other_crc, type: u4le, if: v.has_end and not v.has_wide_count, -same-as: crc, -checksum: {algo: crc32c, over: [lead, body]}}
instances:
  len_sum: {value: 'v.has_wide_count ? 8 : 4'}
