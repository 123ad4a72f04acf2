//! Integers of up to 1,536 bits on the stack, for the digits of very large and very small doubles.

use std::cmp::Ordering;

/// Limbs; the largest integer that a double needs is below 10 * 2^1130.
const LIMBS: usize = 24;

/// An unsigned integer, least significant limb first; `len` limbs are in use, the last of them not zero.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Big {
    limbs: [u64; LIMBS],
    len: usize,
}

impl Big {
    /// factor * 5^fives * 2^twos
    pub(super) fn new(factor: u64, fives: i32, twos: i32) -> Self {
        let mut big = Self { limbs: [0; LIMBS], len: 1 };
        big.limbs[0] = factor;
        let mut fives = fives.unsigned_abs();
        while fives > 0 {
            let step = fives.min(27);
            big.multiply_small(5u64.pow(step));
            fives -= step;
        }
        big.shift_left(twos.unsigned_abs() as usize);
        big
    }

    pub(super) fn multiply_small(&mut self, factor: u64) {
        let mut carry = 0u128;
        for limb in &mut self.limbs[..self.len] {
            carry += u128::from(*limb) * u128::from(factor);
            *limb = carry as u64;
            carry >>= 64;
        }
        if carry > 0 && self.len < LIMBS {
            self.limbs[self.len] = carry as u64;
            self.len += 1;
        }
    }

    fn shift_left(&mut self, bits: usize) {
        let (limbs, bits) = (bits / 64, bits % 64);
        self.multiply_small(1 << bits);
        let len = (self.len + limbs).min(LIMBS);
        self.limbs.copy_within(0..len - limbs.min(len), limbs.min(len));
        self.limbs[..limbs.min(len)].fill(0);
        self.len = len;
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let mut sum = *self;
        sum.len = self.len.max(other.len);
        let mut carry = false;
        for i in 0..sum.len {
            let (value, first) = sum.limbs[i].overflowing_add(other.limbs[i]);
            let (value, second) = value.overflowing_add(u64::from(carry));
            sum.limbs[i] = value;
            carry = first || second;
        }
        if carry && sum.len < LIMBS {
            sum.limbs[sum.len] = 1;
            sum.len += 1;
        }
        sum
    }

    /// Leaves the remainder and gives the quotient, which must be small.
    pub(super) fn divide_small(&mut self, divisor: &Self) -> u8 {
        let mut quotient = 0;
        while *self >= *divisor && quotient < 10 {
            let mut borrow = false;
            for i in 0..self.len {
                let (value, first) = self.limbs[i].overflowing_sub(divisor.limbs[i]);
                let (value, second) = value.overflowing_sub(u64::from(borrow));
                self.limbs[i] = value;
                borrow = first || second;
            }
            while self.len > 1 && self.limbs[self.len - 1] == 0 {
                self.len -= 1;
            }
            quotient += 1;
        }
        quotient
    }
}

impl PartialOrd for Big {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Big {
    fn cmp(&self, other: &Self) -> Ordering {
        let limbs = |big: &Self| big.len;
        limbs(self)
            .cmp(&limbs(other))
            .then_with(|| self.limbs[..self.len].iter().rev().cmp(other.limbs[..other.len].iter().rev()))
    }
}
