meta:
  id: nullable
  title: A value within a value, after its length
  license: Apache-2.0
  endian: be
doc: |
  An element of a frozen collection, or a field of a tuple or user type: its length, and its bytes as its own type serializes them.

      ffffffff             null
      00000000             no bytes: the empty text, or blob; of most other types a value that is empty
      00000004 00000007    the int 7
doc-ref:
  - org.apache.cassandra.serializers.CollectionSerializer.readValue
  - org.apache.cassandra.db.marshal.TupleType.split
seq:
  - id: len
    type: s4
    doc: Length in bytes; negative for null (Cassandra writes -1; -2, an unset field, does not occur on disk).
  - id: data
    size: 'len > _io.size - _io.pos ? _io.size - _io.pos : len'
    if: len >= 0
    doc: |
      The bytes. Fewer than `len` only in bytes that are no value, and end too early. Cassandra's readers differ in what they do then:
      most fail, a comparison that has been decided does not look, and `sstabledump -d` goes on with zeros.
instances:
  num_missing:
    value: '(len < 0 ? 0 : len - data.length)'
    doc: How many bytes are missing; 0 in values.
