meta:
  id: collection
  title: A frozen list or set, and a frozen map
  license: Apache-2.0
  endian: be
  imports: [nullable]
doc: |
  A collection that is one value: `frozen<list<T>>` and the like, and each collection within another value. (One that is not frozen has a cell
  for each element: sstable_data.ksy.) Lists and sets are described first, maps below.

      list<int> [1, 2]         00000002 00000004 00000001 00000004 00000002
      map<int, text> {7: 'a'}  00000001 00000004 00000007 00000001 61

  A list has its order, a set that of its elements, a map that of its keys. Nulls do not occur in what Cassandra writes; validation refuses
  them.
doc-ref:
  - org.apache.cassandra.serializers.CollectionSerializer
  - org.apache.cassandra.serializers.ListSerializer
seq:
  - id: num_elements
    type: s4
    -derive: count(elements)
    doc: Number of elements. Cassandra takes a negative one, which it does not write, for 0.
  - id: elements
    type: nullable
    repeat: expr
    repeat-expr: 'num_elements < 0 ? 0 : num_elements'
    doc: The elements in order.
types:
  map_value:
    doc: A frozen map.
    doc-ref: org.apache.cassandra.serializers.MapSerializer
    seq:
      - id: num_entries
        type: s4
        -derive: count(parts) / 2
        doc: Number of entries. Cassandra takes a negative one, which it does not write, for 0.
      - id: parts
        type: nullable
        repeat: expr
        repeat-expr: 'num_entries < 0 ? 0 : num_entries.as<s8> * 2'
        doc: The keys in order, each with its value after it.
