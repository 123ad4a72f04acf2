meta:
  id: varint_value
  title: A varint, a whole number of any length
  license: Apache-2.0
  endian: be
doc: |
  What CQL calls `varint` and Java BigInteger. Cassandra writes as few bytes as hold the number and its sign; readers take leading bytes that
  only repeat the sign.

      127    7f
      128    0080
      -128   80
      -129   ff7f
doc-ref: org.apache.cassandra.serializers.IntegerSerializer
seq:
  - id: octets
    size-eos: true
    doc: The two's complement, most significant byte first.
