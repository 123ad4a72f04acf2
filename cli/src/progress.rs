//! How far long work is, on standard error.

use std::io::{stderr, stdout, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::{Common, When};

/// Work that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar, lines where there is no terminal, or nothing.
pub struct Progress(Mutex<Shown>);

enum Shown {
    Nothing,
    Waiting { since: Instant, bar: bool },
    Bar(ProgressBar),
    Lines { last: Instant },
}

impl Progress {
    /// As the flags say.
    pub fn new(common: &Common) -> Self {
        let results_elsewhere = common.output.is_some() || !stdout().is_terminal();
        let wanted = match common.progress {
            When::Auto => stderr().is_terminal() && results_elsewhere && !common.quiet,
            When::Always => true,
            When::Never => false,
        };
        let waiting = Shown::Waiting { since: Instant::now(), bar: stderr().is_terminal() };
        Progress(Mutex::new(if wanted { waiting } else { Shown::Nothing }))
    }

    /// So many bytes of so many are done of what is called so.
    pub fn set(&self, what: &str, done: u64, total: u64) {
        let Ok(mut shown) = self.0.lock() else { return };
        match &*shown {
            Shown::Waiting { since, .. } if since.elapsed() < PATIENCE => return,
            Shown::Waiting { bar: true, .. } => *shown = Shown::Bar(bar()),
            Shown::Waiting { .. } => *shown = Shown::Lines { last: Instant::now() },
            _ => {}
        }
        match &mut *shown {
            Shown::Bar(bar) => {
                bar.set_length(total);
                bar.set_position(done);
                bar.set_message(what.to_owned());
            }
            Shown::Lines { last } if last.elapsed() > Duration::from_secs(1) => {
                *last = Instant::now();
                let percent = done.saturating_mul(100).checked_div(total).unwrap_or(100);
                let _ = writeln!(stderr(), "{what}: {percent} %");
            }
            _ => {}
        }
    }

    /// The work is over: the bar goes.
    pub fn clear(&self) {
        let Ok(mut shown) = self.0.lock() else { return };
        if let Shown::Bar(bar) = &*shown {
            bar.finish_and_clear();
            let bar = stderr().is_terminal();
            *shown = Shown::Waiting { since: Instant::now(), bar };
        }
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let template = "{wide_bar} {bytes}/{total_bytes} {binary_bytes_per_sec} {eta} {msg}";
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
