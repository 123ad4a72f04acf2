meta:
  id: tuple
  title: A tuple, or a frozen user type
  license: Apache-2.0
  endian: be
  imports: [nullable]
doc: |
  The fields in the order of the type, without a count. There may be fewer than the type has: fields that were added to a user type after the value
  was written are missing at its end, and are null. No bytes at all are a value without fields. (A user type that is not frozen has a
  cell for each field: sstable_data.ksy.)

      tuple<int, text> (7, null)  00000004 00000007 ffffffff
doc-ref:
  - org.apache.cassandra.db.marshal.TupleType
  - org.apache.cassandra.db.marshal.UserType
seq:
  - id: fields
    type: nullable
    repeat: eos
    doc: The fields.
