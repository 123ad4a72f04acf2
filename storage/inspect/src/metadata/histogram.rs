//! Histograms as `sstablemetadata` draws them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use cqlite_format::statistics::{EstimatedHistogram, StatsMetadata};
use cqlite_format::version::SstableVersion;
use cqlite_rows::last_deletion_time;

use super::java;
use super::paint::Paint;

/// Values and how often each of them occurs.
#[derive(Default)]
pub(super) struct Histogram {
    counts: BTreeMap<i64, i64>,
}

/// A value, and what is said of it in parentheses.
type Name = fn(i64) -> (String, Option<String>);

impl Histogram {
    /// The buckets that are not empty. Values above the last bound are left out; see [`overflow`].
    pub(super) fn of_buckets(estimated: &EstimatedHistogram) -> Self {
        // A bucket's upper bound is the lower one of the next.
        let bounds = estimated.buckets.iter().skip(1).map(|bucket| bucket.offset);
        let counts = estimated.buckets.iter().map(|bucket| bucket.count).zip(bounds);
        Histogram { counts: counts.filter(|(count, _)| *count > 0).map(|(count, bound)| (bound, count)).collect() }
    }

    /// The local deletion times, in seconds.
    pub(super) fn of_tombstones(stats: &StatsMetadata, version: SstableVersion) -> Self {
        let mut found = Histogram::default();
        let last = last_deletion_time(version);
        for bin in &stats.tombstone_bins {
            // Files may hold negative times (CASSANDRA-14092).
            let point = bin.point as i64;
            found.add(if (0..=last).contains(&point) { point } else { last }, bin.count);
        }
        found
    }

    fn add(&mut self, point: i64, count: i64) {
        let limit = i64::from(i32::MAX);
        let count = if (0..=limit).contains(&count) { count } else { limit };
        let sum = self.counts.entry(point).or_default();
        *sum = sum.saturating_add(count).min(limit);
    }

    /// About how many values are not after `end`. Reference: `DataHolder.sum`.
    pub(super) fn sum_until(&self, end: i64) -> f64 {
        let mut sum = 0.0;
        let mut previous: Option<(i64, f64)> = None;
        for (point, count) in &self.counts {
            let count = *count as f64;
            if *point > end {
                let Some((before, before_count)) = previous else { return 0.0 };
                let weight = (end - before) as f64 / (point - before) as f64;
                let here = before_count + (count - before_count) * weight;
                return sum - before_count + (before_count + here) * weight / 2.0 + before_count / 2.0;
            }
            sum += count;
            previous = Some((*point, count));
        }
        sum
    }

    /// Draws it. Reference: `Util.TermHistogram.printHistogram`.
    pub(super) fn draw(&self, title: &str, name: Name, paint: Paint, out: &mut impl Write) -> io::Result<()> {
        let plain = |value: i64| paint_name(name(value), Paint::OFF);
        let width = |text: String| text.chars().count();
        let name_width = self.counts.keys().map(|v| width(plain(*v))).fold(title.chars().count(), usize::max);
        let count_width = self.counts.values().map(|c| c.to_string().len()).fold(5, usize::max);
        let bar = paint.mark("|");
        let head = paint.label(&format!("{title:name_width$}"));
        writeln!(
            out,
            "   {head} {bar} {}  {}  {} ",
            paint.label(&format!("{:count_width$}", "Count")),
            paint.note("(%)"),
            paint.label("Histogram")
        )?;
        let sum: f64 = self.counts.values().map(|count| *count as f64).sum();
        let most = self.counts.values().copied().max().unwrap_or(0);
        for (value, count) in &self.counts {
            let pad = " ".repeat(name_width - width(plain(*value)));
            let percent = (100.0 * (*count as f64 / sum)) as i32;
            let share = paint.note(&format!("({percent:3})"));
            let text = paint_name(name(*value), paint);
            writeln!(
                out,
                "   {text}{pad} {bar} {count:count_width$} {share} {}",
                paint.note_if_any(&bar_of(*count, most))
            )?;
        }
        self.percentiles(name, paint, out)
    }

    fn percentiles(&self, name: Name, paint: Paint, out: &mut impl Write) -> io::Result<()> {
        let estimated = Estimated::new(&self.counts);
        writeln!(out, "{}", paint.label("   Percentiles"))?;
        let shares = [("50th", 0.5), ("75th", 0.75), ("95th", 0.95), ("98th", 0.98), ("99th", 0.99)];
        let values = shares.map(|(label, share)| (label, estimated.percentile(share)));
        for (label, value) in values.into_iter().chain([("Min", estimated.min()), ("Max", estimated.max())]) {
            writeln!(out, "   {}{}", paint.label(&format!("{label:10}")), paint_name(name(value), paint))?;
        }
        Ok(())
    }
}

/// Values above the last bound of a stored histogram.
pub(super) fn overflow(estimated: &EstimatedHistogram) -> i64 {
    estimated.buckets.last().map_or(0, |bucket| bucket.count)
}

fn paint_name((text, note): (String, Option<String>), paint: Paint) -> String {
    match note {
        None => text,
        // Where the note is empty its blank stays.
        Some(note) if note.is_empty() => format!("{text} "),
        Some(note) => format!("{text} {}", paint.note(&format!("({note})"))),
    }
}

/// Up to 30 characters, the last one for what is left of a whole one.
fn bar_of(count: i64, most: i64) -> String {
    let length = count as f64 * 1.0 / most as f64 * 30.0;
    let whole = length as usize;
    let rest = match length - whole as f64 {
        0.75.. => "o",
        0.3.. => ".",
        _ => "",
    };
    "O".repeat(whole) + rest
}

/// Names of local deletion times.
pub(super) fn drop_time(seconds: i64) -> (String, Option<String>) {
    (seconds.to_string(), Some(super::time::seconds(seconds).unwrap_or_default()))
}

/// Names of sizes in bytes.
pub(super) fn size(bytes: i64) -> (String, Option<String>) {
    (bytes.to_string(), Some(java::byte_count(bytes).unwrap_or_default()))
}

/// Names of numbers.
pub(super) fn number(n: i64) -> (String, Option<String>) {
    (n.to_string(), None)
}

/// The mean of a stored histogram, rounded up; `None` if it has overflowed. Reference: `EstimatedHistogram.mean`.
pub(super) fn mean(estimated: &EstimatedHistogram) -> Option<i64> {
    if overflow(estimated) > 0 {
        return None;
    }
    let bounds = estimated.buckets.iter().skip(1).map(|bucket| bucket.offset);
    let (mut sum, mut count) = (0i64, 0i64);
    for (bucket, bound) in estimated.buckets.iter().zip(bounds) {
        sum = sum.wrapping_add(bucket.count.wrapping_mul(bound));
        count = count.wrapping_add(bucket.count);
    }
    Some((sum as f64 / count as f64).ceil() as i64)
}

/// Number of values in a stored histogram.
pub(super) fn count(estimated: &EstimatedHistogram) -> i64 {
    estimated.buckets.iter().fold(0, |sum, bucket| sum.wrapping_add(bucket.count))
}

/// `EstimatedHistogram` of 165 buckets, each a fifth larger than the one before.
struct Estimated {
    bounds: Vec<i64>,
    counts: Vec<i64>,
}

impl Estimated {
    fn new(values: &BTreeMap<i64, i64>) -> Self {
        let mut bounds = vec![1i64];
        while let (Some(last), true) = (bounds.last().copied(), bounds.len() < 165) {
            bounds.push(((last as f64 * 1.2 + 0.5).floor() as i64).max(last + 1));
        }
        let mut counts = vec![0; bounds.len() + 1];
        for (value, count) in values {
            if let Some(bucket) = counts.get_mut(bounds.partition_point(|bound| bound < value)) {
                *bucket = count.wrapping_add(*bucket);
            }
        }
        Estimated { bounds, counts }
    }

    fn percentile(&self, share: f64) -> i64 {
        // As Java's, where damaged counts add up to more than there are numbers.
        let total = self.counts.iter().fold(0i64, |sum, count| sum.wrapping_add(*count));
        let wanted = (total as f64 * share).ceil() as i64;
        let mut seen = 0i64;
        for (bound, count) in self.bounds.iter().zip(&self.counts) {
            seen = seen.wrapping_add(*count);
            if wanted > 0 && seen >= wanted {
                return *bound;
            }
        }
        0
    }

    fn min(&self) -> i64 {
        match self.counts.iter().position(|count| *count > 0) {
            None | Some(0) => 0,
            Some(i) => self.bounds.get(i - 1).map_or(0, |bound| bound + 1),
        }
    }

    fn max(&self) -> i64 {
        match self.counts.iter().rposition(|count| *count > 0) {
            None => 0,
            Some(i) => self.bounds.get(i).copied().unwrap_or(i64::MAX),
        }
    }
}
