meta:
  id: svint
  title: A signed integer of variable length
  license: Apache-2.0
  endian: be
  imports: [uvint]
doc: |
  An unsigned one (uvint.ksy) that stands for 0, -1, 1, -2, 2, … in this order ("zig-zag"), so that numbers near zero are short whatever their
  sign.
doc-ref: org.apache.cassandra.utils.vint.VIntCoding.writeVInt
-native: svint
seq:
  - id: raw
    type: uvint
    doc: Twice the number; or, if it is negative, twice its distance to 0, less one.
instances:
  value:
    value: '(raw.value % 2 == 0 ? raw.value / 2 : -(raw.value / 2) - 1).as<s8>'
    doc: The number.
