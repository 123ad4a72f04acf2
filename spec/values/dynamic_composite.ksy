meta:
  id: dynamic_composite
  title: A value of a DynamicCompositeType
  license: Apache-2.0
  endian: be
doc: |
  A composite (composite.ksy) whose components name their types themselves, so that they can be others in each value. Only tables made by Thrift
  or with the class's name as a type have it.

      a => UTF8Type: 'x'   8061 0001 78 00
      Int32Type: 7         0009 496e74333254797065 0004 00000007 00
doc-ref: org.apache.cassandra.db.marshal.DynamicCompositeType
seq:
  - id: components
    type: component
    repeat: eos
    doc: The components.
types:
  component:
    doc: A component.
    doc-ref: org.apache.cassandra.db.marshal.DynamicCompositeType.getComparator
    seq:
      - id: label
        type: component_label
        doc: Its type.
      - id: body
        type: component_body
        doc: Its value.
  component_label:
    doc: The type of a component, by an alias of the column's type or by name.
    doc-ref: org.apache.cassandra.db.marshal.DynamicCompositeType.getComparator
    seq:
      - id: header
        type: u2
        doc: 'From 0x8000 on: the low byte is the alias. Else the length of the name in bytes.'
      - id: name
        size: header
        if: header < 0x8000
        doc: Name of the type (cql_type.ksy), in UTF-8.
    instances:
      has_alias:
        value: header >= 0x8000
        doc: The type is told by an alias.
      alias:
        value: header & 0xff
        doc: The alias, a character; of use if there is one.
  component_body:
    doc: The value of a component.
    doc-ref: org.apache.cassandra.db.marshal.AbstractCompositeType
    seq:
      - id: len
        type: u2
        -derive: byte_len(val)
        doc: Length in bytes.
      - id: val
        size: len
        doc: The bytes of the value, as its type serializes it.
      - id: end_of_component
        type: s1
        if: not _io.eof
        doc: 0; in bounds 1 or -1, as in composite.ksy. Absent only in bytes that are no value, and end too early.
