meta: {id: operators, title: Operators that the genuine compiler is asked about, endian: be}
doc: Numbers of all widths, and what operators make of them; `codegen/tests/kaitai/operators.txt` has the answers of Kaitai's own reader.
seq:
  - {id: a, type: s8}
  - {id: b, type: s8}
  - {id: u, type: u8}
  - {id: i, type: s4}
  - {id: n, type: u1}
  - {id: which, type: u1}
instances:
  quotient: {value: a / b, if: which == 0}
  remainder: {value: a % b, if: which == 1}
  quotient_3: {value: a / 3, if: which == 2}
  remainder_3: {value: a % 3, if: which == 3}
  minus_first: {value: -i / 4, if: which == 4}
  minus_remainder: {value: -i % 4, if: which == 5}
  of_sum: {value: (i - n) / 7, if: which == 6}
  rest_of_sum: {value: (i - n) % 7, if: which == 7}
  left_to_right: {value: i / 5 * 5 + i % 5, if: which == 8}
  small_by_small: {value: n / 7 + n % 7, if: which == 9}
  large_quotient: {value: u / 3, if: which == 10}
  large_remainder: {value: u % 1000, if: which == 11}
  large_by_large: {value: u / (u - 1), if: which == 12}
  higher: {value: a << n, if: which == 13}
  lower: {value: a >> n, if: which == 14}
  large_higher: {value: u << 3, if: which == 15}
  large_lower: {value: u >> n, if: which == 16}
  small_higher: {value: n << 24, if: which == 17}
  shifted_sum: {value: i + n << 2, if: which == 18}
  sum: {value: a + b, if: which == 19}
  difference: {value: a - b, if: which == 20}
  product: {value: a * b, if: which == 21}
  large_sum: {value: u + n, if: which == 22}
  large_difference: {value: u - a, if: which == 23}
  both_bits: {value: a & b, if: which == 24}
  any_bits: {value: a | i, if: which == 25}
  other_bits: {value: a ^ n, if: which == 26}
  negative_bits: {value: i & 0xffff, if: which == 27}
  large_bits: {value: u & 0x7f00000000000000, if: which == 28}
  smaller: {value: 'a < u ? 1 : 0', if: which == 29}
  largest: {value: 'u >= 0x4000000000000000 ? 1 : 0', if: which == 30}
  narrowed: {value: (n - 200) / 3, if: which == 31}
