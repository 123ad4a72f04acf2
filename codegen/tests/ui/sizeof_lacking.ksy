meta: {id: sizeof_lacking, endian: be, imports: [release]}
params:
  - {id: v, type: release}
seq:
  - {id: one, type: one, size: 9}
  - {id: two, type: two, size: 9}
types:
  one:
    seq:
      - {id: body, size: _io.size - len_crc}
      - {id: crc, type: u4, if: not _root.v.has_end, -checksum: {algo: crc32, over: [body]}}
      - {id: wide_crc, type: u8, if: _root.v.has_end, -same-as: crc, -checksum: {algo: crc32, over: [body]}}
    instances:
      len_crc: {value: crc._sizeof}
  two:
    seq:
      - {id: flags, type: u1, if: _root.v.has_end, -absent: 0}
      - {id: body, size: _io.size - crc._sizeof}
      - {id: crc, type: u4, -checksum: {algo: crc32, over: [body]}}
