//! Many SSTables damaged at random.

use cqlite::descriptor::Component;

use crate::subject::{Change, Subject};

/// Numbers without end, the same from the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    /// Bytes with one to three things wrong.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(3) {
            let (at, len) = (self.below(bytes.len()), self.below(600).min(bytes.len()));
            let end = (at + len).min(bytes.len());
            match self.below(6) {
                0 => bytes.truncate(at),
                1 => bytes[at..end].fill(0),
                2 => drop(bytes.drain(at..end)),
                3 => {
                    let part = bytes[at..end].to_vec();
                    let to = self.below(bytes.len() + 1);
                    drop(bytes.splice(to..to, part));
                }
                _ if at < bytes.len() => bytes[at] ^= 1 + self.below(255) as u8,
                _ => {}
            }
        }
        bytes
    }
}

/// A number from the environment.
pub fn number(name: &str, none: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(none)
}

#[test]
#[ignore = "minutes: SALVAGE_COUNT mutants from SALVAGE_SEED on"]
fn mutants() {
    let (count, seed) = (number("SALVAGE_COUNT", 3000), number("SALVAGE_SEED", 1));
    let subjects: Vec<Subject> = Subject::all().collect();
    let (mut whole, mut unread) = (0, 0);
    for i in 0..count {
        let mut random = Random(seed.wrapping_add(i).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let subject = &subjects[random.below(subjects.len())];
        let mut changes: Vec<Change> = Vec::new();
        for _ in 0..=random.below(2) {
            let (component, bytes) = subject.files.iter().nth(random.below(subject.files.len())).expect("a file");
            if !subject.is_believed(component) && changes.iter().all(|(other, _)| other != component) {
                let is_gone = *component != Component::Data && random.below(8) == 0;
                changes.push((component.clone(), (!is_gone).then(|| random.damaged(bytes))));
            }
        }
        let names: Vec<_> = changes.iter().map(|(component, _)| component.name()).collect();
        let what = format!("mutant {i} of seed {seed}: {}{}", subject.name, names.join(" and "));
        match subject.judge(&changes, &what) {
            Some((salvaged, _)) => whole += u64::from(salvaged.is_whole()),
            None => unread += 1,
        }
    }
    println!("seed {seed}: {count} mutants, {whole} without a loss, {unread} that could not be read at all");
}
