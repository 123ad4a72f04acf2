meta: {id: flag_defaults, title: What a flag leaves out, endian: be}
doc: A field behind a flag is an Option; a value says what it is without the flag.
seq:
  - {id: flags, type: u1, -bits: {0x01: {when: present(limit)}}, valid: {expr: (_ & 0xfe) == 0}}
  - {id: limit, type: u2, if: (flags & 0x01) != 0}
instances:
  limit_or_default: {value: '(flags & 0x01) != 0 ? limit : 7'}
