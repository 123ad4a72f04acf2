//! `docs/benchmarks.md`: what the benchmarks print, with where and when.

use std::fs;

use crate::command::{command, output};
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

const PAGE: &str = "docs/benchmarks.md";
/// The most that others may have the machine do.
const MOST_LOAD: f64 = 0.7;

/// What was measured.
pub struct Section {
    pub name: &'static str,
    pub what: &'static str,
    /// Lines, as they were printed.
    pub printed: Vec<String>,
}

/// Where and when.
pub struct Run {
    machine: String,
    date: String,
    commit: String,
}

impl Run {
    /// This machine, now.
    ///
    /// # Errors
    /// `Failed` if it does something else besides: figures would not be worth a page.
    pub fn here(workspace: &Workspace) -> Result<Self> {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        match load.split(' ').next().and_then(|load| load.parse::<f64>().ok()) {
            Some(load) if load < MOST_LOAD => {}
            Some(load) => {
                return Err(Stop::Failed(format!("the machine is busy: its load is {load}, not below {MOST_LOAD}")))
            }
            None => return Err(Stop::Failed("/proc/loadavg does not say whether the machine is quiet".to_owned())),
        }
        let ask = |program: &str, args: &[&str]| output(command(workspace, program).args(args)).unwrap_or_default();
        let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let models: Vec<&str> = cpus
            .lines()
            .filter(|line| line.starts_with("model name"))
            .filter_map(|line| line.split(": ").nth(1))
            .collect();
        let kernel = ask("uname", &["-sr"]);
        let changes = if ask("git", &["status", "--porcelain"]).is_empty() { "" } else { ", with changes" };
        Ok(Run {
            machine: format!(
                "{} × {}, {}",
                models.len(),
                models.first().unwrap_or(&"an unknown processor"),
                kernel.trim()
            ),
            date: ask("date", &["-u", "+%F"]).trim().to_owned(),
            commit: ask("git", &["rev-parse", "--short", "HEAD"]).trim().to_owned() + changes,
        })
    }

    /// Writes the page.
    ///
    /// # Errors
    /// `Failed` if it cannot be written.
    pub fn write(&self, workspace: &Workspace, sections: &[Section]) -> Result<()> {
        let text = self.text(&format!("{}/", workspace.path("").display()).replace("//", "/"), sections);
        fs::write(workspace.path(PAGE), text).map_err(|e| Stop::Failed(format!("{PAGE}: {e}")))
    }

    fn text(&self, root: &str, sections: &[Section]) -> String {
        let Run { machine, date, commit } = self;
        let mut text = format!(
            "# Benchmarks\n\nWritten by `cargo xtask bench --page`: what the programs print, both sides of each ratio measured in one run. \
             `tests/src/bin/bench_*.rs` say how. Not to be edited.\n\n\
             | | |\n|---|---|\n| machine | {machine} |\n| date | {date} |\n| commit | {commit} |\n"
        );
        for Section { name, what, printed } in sections {
            text += &format!("\n## {name}: {what}\n\n");
            printed.iter().for_each(|line| text += &format!("    {}\n", line.replace(root, "").trim_end()));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_what_was_printed() {
        let run = Run { machine: "2 × Z80".to_owned(), date: "1976-07-01".to_owned(), commit: "abc".to_owned() };
        let printed = vec!["/home/me/target/perf/t-Data.db".to_owned(), "  scan  7.0 ms".to_owned()];
        let text = run.text("/home/me/", &[Section { name: "scan", what: "scanning", printed }]);
        assert!(text.contains("| machine | 2 × Z80 |\n| date | 1976-07-01 |\n| commit | abc |\n"), "{text}");
        assert!(text.ends_with("\n## scan: scanning\n\n    target/perf/t-Data.db\n      scan  7.0 ms\n"), "{text}");
    }
}
