meta: {id: footer_of_no_width, endian: be, imports: [release]}
params: [{id: v, type: release}]
instances:
  footer: {pos: _io.size - sizeof<footer>, type: footer}
types:
  footer:
    seq:
      - {id: salt, type: u2, if: _root.v.has_end, -absent: 1}
      - {id: count, type: u4}
