meta:
  id: cql_type
  title: The name of a type
  license: Apache-2.0
  endian: be
  imports: [uvint]
doc: |
  A type of CQL as Cassandra names it: the class that implements it, with the types it is made of in parentheses.

      org.apache.cassandra.db.marshal.Int32Type
      org.apache.cassandra.db.marshal.ReversedType(T)              a clustering column in descending order
      org.apache.cassandra.db.marshal.FrozenType(T)                frozen<T>: one cell, whatever is in it
      org.apache.cassandra.db.marshal.ListType(T)                  list<T>; SetType(T), MapType(K,V) likewise
      org.apache.cassandra.db.marshal.TupleType(T,U)               tuple<T, U>; always one cell
      org.apache.cassandra.db.marshal.UserType(ks,6e616d65,66:T)   user type: keyspace, name, and name:type of each field; names as hex of UTF-8
      org.apache.cassandra.db.marshal.CompositeType(T,U)           a partition key of several columns
      org.apache.cassandra.db.marshal.VectorType(T , 3)            vector<T, 3>

  A name of a class without dots is in the package org.apache.cassandra.db.marshal.

  A reader of Data.db wants to know two things of a type: whether its values have a length in front, and whether a column of the type has one
  cell or several. Both follow from the name. The grammar is recursive, which expressions here cannot follow: the instances below are right for
  all but vectors (a vector of values of fixed length has a fixed length itself).
doc-ref:
  - org.apache.cassandra.serializers.AbstractTypeSerializer
  - org.apache.cassandra.db.marshal.TypeParser
-native: cql_type
seq:
  - id: len
    type: uvint
    -derive: byte_len(name)
    doc: Length of the name in bytes.
  - id: name
    type: str
    size: len.value
    encoding: UTF-8
    doc: The name.
instances:
  unreversed:
    value: >-
      (name + "                                             ").substring(0, 45) == "org.apache.cassandra.db.marshal.ReversedType("
      ? name.substring(45, name.length - 1) : name
    doc: The name without ReversedType. (Spaces are put after it because a slice must not go past the end in some languages.)
  is_multi_cell:
    value: >-
      (name + "                                             ").substring(0, 41) == "org.apache.cassandra.db.marshal.ListType(" or
      (name + "                                             ").substring(0, 40) == "org.apache.cassandra.db.marshal.SetType(" or
      (name + "                                             ").substring(0, 40) == "org.apache.cassandra.db.marshal.MapType(" or
      (name + "                                             ").substring(0, 41) == "org.apache.cassandra.db.marshal.UserType("
    doc: |
      A column of the type has a cell for each element or field: it is a list, set, map or user type that is not frozen. (A user type in a file
      of Cassandra 3.0 is always frozen although its name does not say so.)
  simple_name:
    value: (unreversed + "                                             ").substring(32, unreversed.length)
    doc: The name without ReversedType and without the package.
  fixed_len:
    value: >-
      simple_name == "BooleanType" ? 1 :
      (simple_name == "Int32Type" or simple_name == "FloatType") ? 4 :
      (simple_name == "LongType" or simple_name == "DoubleType" or simple_name == "TimestampType" or simple_name == "DateType") ? 8 :
      (simple_name == "UUIDType" or simple_name == "TimeUUIDType" or simple_name == "LexicalUUIDType" or simple_name == "LegacyTimeUUIDType") ? 16 :
      simple_name == "EmptyType" ? 0 : -1
    doc: |
      Length in bytes of every value of the type, which then is stored without a length in front; -1 if values differ. Beware: ShortType,
      ByteType, SimpleDateType and TimeType have values of one length only, but are stored with it, because
      `AbstractType.valueLengthIfFixed` does not tell so.
