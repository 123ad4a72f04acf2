//! Estimates, compared with those of stream-lib (`tests/recorded/README.md`).

use super::estimate;

fn varint(mut n: u32, out: &mut Vec<u8>) {
    while n >= 0x80 {
        out.push((n & 0x7f | 0x80) as u8);
        n >>= 7;
    }
    out.push(n as u8);
}

/// Registers drawn as in `Estimates.java`.
fn dense(p: u32, zeros: u32, more: u32) -> Vec<u8> {
    let mut x = u64::from(p * 1000 + zeros * 10 + more);
    let (m, mut out) = (1usize << p, vec![0xff, 0xff, 0xff, 0xfe, p as u8, 25, 0]);
    let mut words = vec![0u32; m / 6 + 1];
    for i in 0..m {
        x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let run = if (x >> 33) % 100 < u64::from(zeros) { 0 } else { 1 + (x >> 12 | 1 << 20).trailing_zeros() + more };
        words[i / 6] |= run << (i % 6 * 5);
    }
    varint(words.len() as u32 * 4, &mut out);
    out.extend(words.iter().flat_map(|word| word.to_be_bytes()));
    out
}

fn sparse(p: u32, sp: u32, count: u32) -> Vec<u8> {
    let mut out = vec![0xff, 0xff, 0xff, 0xfe, p as u8, sp as u8, 1];
    varint(count, &mut out);
    (0..count).for_each(|i| varint(if i == 0 { 2 } else { 4 }, &mut out));
    out
}

#[test]
fn estimates_are_those_of_the_library() {
    let mut seen = 0;
    for line in include_str!("../../../../../tests/recorded/estimates.tsv").lines() {
        let (kind, rest) = line.split_once('\t').expect("a kind");
        let numbers: Vec<u32> = rest.split('\t').map(|n| n.parse().expect("a number")).collect();
        let sketch = match (kind, &numbers[..3]) {
            ("dense", &[p, zeros, more]) => dense(p, zeros, more),
            (_, &[p, sp, count]) => sparse(p, sp, count),
            _ => panic!("{line}"),
        };
        assert_eq!(estimate(&sketch), Some(i64::from(numbers[3])), "{line}");
        seen += 1;
    }
    assert_eq!(seen, 306);
}

#[test]
fn other_precisions_have_no_estimate() {
    for p in [0, 3, 19] {
        let mut sketch = dense(13, 50, 0);
        sketch[4] = p;
        assert_eq!(estimate(&sketch), None, "{p}");
    }
}
