meta:
  id: lacking_written
  endian: be
  -versions: {big: [aa, zz]}
params:
  - {id: code, type: str}
instances:
  has_no_old: {value: code >= "zz"}
types:
  # What writers compute with.
  part:
    params: [{id: v, type: lacking_written}]
    seq:
      - {id: len, type: u1, if: not v.has_no_old, -derive: byte_len(data)}
      - {id: twice, type: u2, -derive: len * 2}
      - {id: size, type: u2, -derive: byte_len(data)}
      - {id: flags, type: u1, -bits: {0x01: {when: len == 3}, 0x02: {when: present(data), if: v.has_no_old}}}
      - {id: data, size: size}
  times:
    params: [{id: v, type: lacking_written}]
    seq:
      - {id: base, type: u1, if: not v.has_no_old, -derive: 3}
      - {id: delta, type: uvint, -delta: {as: time}}
    instances:
      time: {value: delta.value + base}
  uvint:
    -native: uvint
    seq: [{id: first, type: u1}]
    instances: {value: {value: first}}
