//! Whether standard output was closed when the program began, as by `>&-`: Rust's start puts /dev/null in its place, where results would
//! be lost without an error.

use std::io;

#[cfg(target_os = "linux")]
mod before_main {
    use std::fs;
    use std::sync::atomic::{AtomicBool, Ordering};

    static IS_CLOSED: AtomicBool = AtomicBool::new(false);

    extern "C" fn look() {
        let is_missing = |path: &str| fs::symlink_metadata(path).is_err();
        IS_CLOSED.store(!is_missing("/proc/self/fd") && is_missing("/proc/self/fd/1"), Ordering::Relaxed);
    }

    // SAFETY: what the section holds is called by the C library with the stack and the heap in order, and needs no more: `look` asks the
    // system for two files, and sets a number.
    #[allow(unsafe_code, reason = "nothing else runs before Rust's start")]
    #[used]
    #[link_section = ".init_array"]
    static LOOK: extern "C" fn() = look;

    pub fn is_closed() -> bool {
        IS_CLOSED.load(Ordering::Relaxed)
    }
}

/// An error if there is no standard output; where that is unknown there is one.
pub fn refuse() -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if before_main::is_closed() {
        return Err(io::Error::other("it is closed"));
    }
    Ok(())
}
