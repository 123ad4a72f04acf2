meta:
  id: vector
  title: A vector
  license: Apache-2.0
  endian: be
  imports: [../common/uvint]
doc: |
  As many elements as the type says, without a count. If all values of the elements' type have the same length (`fixed_len` in cql_type.ksy; a
  vector of such elements has it too), they stand close together; else each one has its length in front.

      vector<float, 2> [1, 2]       3f800000 40000000
      vector<text, 2> ['a', 'bc']   01 61 02 6263
doc-ref:
  - org.apache.cassandra.db.marshal.VectorType.FixedLengthSerializer
  - org.apache.cassandra.db.marshal.VectorType.VariableLengthSerializer
params:
  - id: dimension
    type: u4
    doc: Number of elements, from the name of the type.
  - id: fixed_len
    type: s4
    doc: Length of every element in bytes; -1 if they differ.
seq:
  - id: elements
    type: element(fixed_len)
    repeat: expr
    repeat-expr: dimension
    doc: The elements.
types:
  element:
    doc: |
      An element. Cassandra goes on after as many bytes as the shortest form of its length has, so that a longer form, which no writer
      makes, is misread.
    doc-ref: org.apache.cassandra.db.marshal.VectorType.VariableLengthSerializer.readValue
    params:
      - id: fixed_len
        type: s4
        doc: Length of every element in bytes; -1 if they differ.
    seq:
      - id: len
        type: uvint
        if: fixed_len < 0
        -derive: byte_len(data)
        doc: Length in bytes, up to 2^31 - 1.
      - id: data
        size: 'fixed_len < 0 ? len.value : fixed_len'
        doc: The bytes of the element, as its type serializes it. Null is not possible.
