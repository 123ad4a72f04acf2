use std::fmt;

/// Why a chore is not done.
#[derive(Debug)]
pub enum Stop {
    /// It was done and found something, or a step of it went wrong.
    Failed(String),
    /// This machine lacks something that cannot be installed from here.
    Lacking(String),
    /// It makes no sense here, and would not on another machine either.
    Pointless(String),
    /// The arguments are wrong.
    Usage(String),
}

impl Stop {
    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Stop::Usage(_) => 2,
            _ => 1,
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Failed(why) | Stop::Lacking(why) | Stop::Pointless(why) => f.write_str(why),
            Stop::Usage(help) => f.write_str(help.trim_end()),
        }
    }
}

pub type Result<T> = std::result::Result<T, Stop>;
