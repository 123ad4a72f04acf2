meta:
  id: uvint
  title: An unsigned integer of variable length
  license: Apache-2.0
  endian: be
doc: |
  The first byte tells the length: as many bytes follow as it has leading one bits, 0 to 8. Behind these and the zero that ends them come the
  most significant bits of the number, then the bytes that follow, in big-endian order.

      0xxxxxxx                                up to 2^7 - 1
      10xxxxxx xxxxxxxx                       up to 2^14 - 1
      110xxxxx xxxxxxxx xxxxxxxx              up to 2^21 - 1
      …
      11111110 and 7 bytes                    up to 2^56 - 1
      11111111 and 8 bytes                    up to 2^64 - 1

  Cassandra writes the shortest form. Readers must accept longer ones: some writers, and the encodings of negative numbers as unsigned ones of
  64 bits, make them.
doc-ref: org.apache.cassandra.utils.vint.VIntCoding.writeUnsignedVInt
-native: uvint
seq:
  - id: first
    type: u1
    doc: The length and the most significant bits.
  - id: rest
    type: u1
    repeat: expr
    repeat-expr: extra
    doc: The other bytes.
instances:
  extra:
    value: >-
      first < 0x80 ? 0 : first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 :
      first < 0xf8 ? 4 : first < 0xfc ? 5 : first < 0xfe ? 6 : first < 0xff ? 7 : 8
    doc: Number of leading one bits of the first byte, which is the number of bytes that follow.
  high:
    value: (first & (0xff >> extra)).as<u8>
    doc: The bits of the number that the first byte has.
  value:
    value: >-
      (extra == 0 ? high :
       extra == 1 ? high * 256 + rest[0] :
       extra == 2 ? (high * 256 + rest[0]) * 256 + rest[1] :
       extra == 3 ? ((high * 256 + rest[0]) * 256 + rest[1]) * 256 + rest[2] :
       extra == 4 ? (((high * 256 + rest[0]) * 256 + rest[1]) * 256 + rest[2]) * 256 + rest[3] :
       extra == 5 ? ((((high * 256 + rest[0]) * 256 + rest[1]) * 256 + rest[2]) * 256 + rest[3]) * 256 + rest[4] :
       extra == 6 ? (((((high * 256 + rest[0]) * 256 + rest[1]) * 256 + rest[2]) * 256 + rest[3]) * 256 + rest[4]) * 256 + rest[5] :
       extra == 7 ? ((((((high * 256 + rest[0]) * 256 + rest[1]) * 256 + rest[2]) * 256 + rest[3]) * 256 + rest[4]) * 256 + rest[5]) * 256
       + rest[6] :
       (((((((high * 256 + rest[0]) * 256 + rest[1]) * 256 + rest[2]) * 256 + rest[3]) * 256 + rest[4]) * 256 + rest[5]) * 256 + rest[6]) * 256
       + rest[7]).as<u8>
    doc: |
      The number. It is put together by `*` and `+` because bit operators have 32 bits in JavaScript, and byte by byte because JavaScript
      reads at most 32 bits at once, and a switch-on over integers of several widths has 32 bits in Java, C++ and Rust.
