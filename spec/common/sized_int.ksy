meta:
  id: sized_int
  title: A signed integer of a length that is told elsewhere
  license: Apache-2.0
  endian: be
doc: |
  The two's complement of a number in as many bytes as were needed, 0 to 8 (0 bytes: the number 0), most significant byte first.

  The numbers are put together by `*` and `+` because bit operators have 32 bits in JavaScript, and byte by byte because not all of
  Kaitai's targets read integers of 5 to 7 bytes.
doc-ref: org.apache.cassandra.io.util.SizedInts
-native: sized_int
params:
  - id: len
    type: u1
    doc: Length in bytes, 0 to 8.
seq:
  - id: octets
    type: u1
    repeat: expr
    repeat-expr: len
    doc: The bytes of the number.
instances:
  head:
    value: '(len == 0 ? 0 : octets[0] >= 0x80 ? octets[0].as<s4> - 256 : octets[0].as<s4>).as<s8>'
    doc: The first byte, with the number's sign.
  value:
    value: >-
      len <= 1 ? head :
      len == 2 ? head * 256 + octets[1] :
      len == 3 ? (head * 256 + octets[1]) * 256 + octets[2] :
      len == 4 ? ((head * 256 + octets[1]) * 256 + octets[2]) * 256 + octets[3] :
      len == 5 ? (((head * 256 + octets[1]) * 256 + octets[2]) * 256 + octets[3]) * 256 + octets[4] :
      len == 6 ? ((((head * 256 + octets[1]) * 256 + octets[2]) * 256 + octets[3]) * 256 + octets[4]) * 256 + octets[5] :
      len == 7 ? (((((head * 256 + octets[1]) * 256 + octets[2]) * 256 + octets[3]) * 256 + octets[4]) * 256 + octets[5]) * 256 + octets[6] :
      ((((((head * 256 + octets[1]) * 256 + octets[2]) * 256 + octets[3]) * 256 + octets[4]) * 256 + octets[5]) * 256 + octets[6]) * 256 + octets[7]
    doc: The number.
