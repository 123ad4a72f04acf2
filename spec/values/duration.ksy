meta:
  id: duration
  title: A duration
  license: Apache-2.0
  endian: be
  imports: [../common/svint]
doc: |
  Three numbers, since neither months nor days have a length in nanoseconds that is always the same. All that are not 0 have the same sign.

      1mo2d3ns    02 04 06
      -1d         00 01 00
doc-ref: org.apache.cassandra.serializers.DurationSerializer
seq:
  - id: months
    type: svint
    doc: Months, within 32 bits.
  - id: days
    type: svint
    doc: Days, within 32 bits.
  - id: nanos
    type: svint
    doc: Nanoseconds.
