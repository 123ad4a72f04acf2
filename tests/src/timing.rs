//! Times of the benches.

use std::time::{Duration, Instant};

/// How long something takes.
///
/// # Errors
/// What went wrong in it.
pub fn timed(
    mut f: impl FnMut() -> Result<(), Box<dyn std::error::Error>>,
) -> Result<Duration, Box<dyn std::error::Error>> {
    let start = Instant::now();
    f()?;
    Ok(start.elapsed())
}

/// The median of some times.
pub fn median(mut all: Vec<Duration>) -> Duration {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}
