//! Exit codes, a promise to scripts (README, "Exit codes").

/// How a command ended, as the shell sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    Done = 0,
    /// Not listed below.
    Failure = 1,
    /// Bad usage, or a prompt was needed and not allowed.
    Usage = 2,
    /// Configuration, key or store.
    Configuration = 3,
    /// Only a login helps.
    LoginNeeded = 4,
    RateLimited = 5,
    /// By policy or for want of a permission.
    Refused = 6,
    /// Network or Instagram; nothing was done.
    Unavailable = 7,
    PartlyDone = 8,
    /// Look before repeating.
    OutcomeUnknown = 9,
    /// A check crossed its threshold.
    Threshold = 10,
    /// By Ctrl-C.
    Interrupted = 130,
    /// By SIGTERM.
    Terminated = 143,
}

impl Exit {
    pub(crate) fn code(self) -> u8 {
        self as u8
    }
}
