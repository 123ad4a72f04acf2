meta:
  id: decimal_value
  title: A decimal
  license: Apache-2.0
  endian: be
doc: |
  The number `unscaled / 10^scale`. The same number can be told in many ways, which compare equal but are different in text: 1.0 and 1.00.

      1.5      00000001 0f
      -0.001   00000003 ff
      2E+3     fffffffd 02
doc-ref: org.apache.cassandra.serializers.DecimalSerializer
seq:
  - id: scale
    type: s4
    doc: Number of digits after the point; negative for zeros before it that are not stored.
  - id: unscaled
    size-eos: true
    doc: All digits as one integer, a varint (varint_value.ksy). At least one byte.
