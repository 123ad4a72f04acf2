//! Logarithms as Java's library for x86 computes them: rounded correctly. A number is the sum of two, of which the second is what the
//! first one rounded off.

/// A number and what it rounded off.
#[derive(Clone, Copy)]
struct Double(f64, f64);

/// The natural logarithm of 2, and the logarithm of e to the base of 10.
const LN_2: Double = Double(std::f64::consts::LN_2, 2.3190468138462996e-17);
const LOG10_E: Double = Double(std::f64::consts::LOG10_E, 1.098319650216765e-17);

impl Double {
    fn sum(a: f64, b: f64) -> Double {
        let sum = a + b;
        let own = sum - a;
        Double(sum, (a - (sum - own)) + (b - own))
    }

    fn add(self, other: Double) -> Double {
        let (high, low) = (Double::sum(self.0, other.0), Double::sum(self.1, other.1));
        let high = Double::sum(high.0, high.1 + low.0);
        Double::sum(high.0, high.1 + low.1)
    }

    fn times(self, other: Double) -> Double {
        let product = self.0 * other.0;
        let rest = self.0.mul_add(other.0, -product);
        Double::sum(product, rest + (self.0 * other.1 + self.1 * other.0))
    }

    fn scaled(self, by: f64) -> Double {
        Double(self.0 * by, self.1 * by)
    }

    fn total(self) -> f64 {
        self.0 + self.1
    }
}

/// e to a power that is neither large nor small, without the power of two that it is given with.
fn exp_parts(power: Double) -> (Double, i32) {
    const HALVINGS: i32 = 8;
    let twos = (power.0 / LN_2.0).round();
    let rest = power.add(LN_2.times(Double(-twos, 0.0))).scaled(1.0 / f64::from(1 << HALVINGS));
    // Of the rest the sum of its powers, and that squared as often as the rest was halved.
    let (mut sum, mut term) = (Double(1.0, 0.0), Double(1.0, 0.0));
    for n in 1..=12 {
        term = term.times(rest);
        let by = f64::from(n);
        let quotient = term.0 / by;
        let left = (-quotient).mul_add(by, term.0);
        term = Double::sum(quotient, (left + term.1) / by);
        sum = sum.add(term);
    }
    for _ in 0..HALVINGS {
        sum = sum.times(sum);
    }
    (sum, twos as i32)
}

fn ln_parts(value: f64) -> Double {
    // The number is its digits times a power of two.
    let twos = ((value.to_bits() >> 52) & 0x7ff) as i32 - 1022;
    let digits = value * 2f64.powi(-twos / 2) * 2f64.powi(-twos + twos / 2);
    let near = digits.ln();
    let (power, power_twos) = exp_parts(Double(-near, 0.0));
    let product = power.times(Double(digits, 0.0)).scaled(2f64.powi(power_twos));
    // ln(d) = n + ln(d / e^n), and of what is so near to 1 it is the difference to it, less half of its square.
    let rest = product.add(Double(-1.0, 0.0));
    let rest = rest.add(rest.times(rest).scaled(-0.5));
    Double(near, 0.0).add(rest).add(LN_2.times(Double(f64::from(twos), 0.0)))
}

/// The natural logarithm.
pub(super) fn ln(value: f64) -> f64 {
    match value.is_normal() && value > 0.0 && value != 1.0 {
        true => ln_parts(value).total(),
        false => value.ln(),
    }
}

/// The logarithm to the base of 10.
pub(super) fn log10(value: f64) -> f64 {
    match value.is_normal() && value > 0.0 && value != 1.0 {
        true => ln_parts(value).times(LOG10_E).total(),
        false => value.log10(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_rounded_as_java_rounds_them() {
        // Number, Math.log10, Math.log: bits, from OpenJDK 17 on x86.
        for line in include_str!("../../tests/recorded/logarithms.txt").lines() {
            let mut numbers = line.split(' ').map(|text| f64::from_bits(text.parse::<i64>().unwrap().cast_unsigned()));
            let mut next = || numbers.next().unwrap();
            let (value, log10, ln) = (next(), next(), next());
            assert_eq!(super::log10(value), log10, "log10 of {value:?}");
            assert_eq!(super::ln(value), ln, "ln of {value:?}");
        }
    }
}
