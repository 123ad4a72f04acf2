//! Ctrl-C: what is being done ends soon, and cleans up; a second one ends it at once. And the signal of a file that may not grow, which would
//! end the process and leave unfinished files.

use std::sync::atomic::{AtomicBool, Ordering};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Takes over the signals.
pub fn install() {
    // With a handler the write fails, as on a full disk; nobody asks for the flag.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    // Without a handler the process ends at once: no reason to fail.
    let _ = ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::SeqCst) {
            crate::output::remove_unfinished();
            std::process::exit(130);
        }
    });
}

/// True from the first Ctrl-C on.
pub fn flag() -> &'static AtomicBool {
    &INTERRUPTED
}

/// Whether there was one.
pub fn is_set() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}
