meta:
  id: composite
  title: A value of a CompositeType
  license: Apache-2.0
  endian: be
doc: |
  Several values in one: the partition key of a table whose key has several columns, and in tables with COMPACT STORAGE the names of cells.

      text, int ('a', 7)   0001 61 00  0004 00000007 00

  Components may be missing at the end. No bytes at all are a value without components.
doc-ref:
  - org.apache.cassandra.db.marshal.CompositeType
  - org.apache.cassandra.db.marshal.AbstractCompositeType
seq:
  - id: first
    type: component(true)
    if: not _io.eof
    doc: The first component, or the mark of a static column's name.
  - id: others
    type: component(false)
    repeat: eos
    doc: The others, in the order of the type.
types:
  component:
    doc: A component; or, if it is the first one and its length is 0xffff, a mark that this is the name of a static column's cell.
    doc-ref: org.apache.cassandra.db.marshal.CompositeType.readStatic
    params:
      - id: is_first
        type: bool
        doc: It is the first one.
    seq:
      - id: len
        type: u2
        doc: Length in bytes. 0xffff as the first one is the mark, which has no other fields.
      - id: val
        size: len
        if: not is_static_mark
        doc: The bytes of the value, as its type serializes it.
      - id: end_of_component
        type: s1
        if: not is_static_mark and not _io.eof
        doc: |
          0; only in bounds, and of the last component, 1 (after all that begins with these components) or -1 (before all that do, but not
          they themselves). Absent only in bytes that are no value, and end too early.
    instances:
      is_static_mark:
        value: is_first and len == 0xffff
        doc: It is the mark of a static column's name.
