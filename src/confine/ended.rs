//! How a child ended that gave no reply -> a finding that says which limit it met and what to do.

use std::time::Duration;

use crate::diag::Finding;

/// Why there is no reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// `LI01`: the time by the clock was over.
    Time(Duration),
    /// `LI01`: the processor time was, in seconds.
    Processor(u64),
    /// `LI02`: it asked for more memory than this, in bytes.
    Memory(u64),
    /// `LI03`: the reply would be larger than this, in bytes.
    Reply(u64),
    /// `LI04`: the stack of the thread was full.
    Stack,
    /// `LI04`: a signal or a panic ended it; which.
    Crash(String),
    /// `LI05`: it could not be started, or is not this program; why.
    Start(String),
}

impl Ended {
    /// A reply that does not belong to the request.
    pub(super) fn stray() -> Self {
        Self::Start("its reply is to something else".to_owned())
    }

    /// The finding. `LI05` is a fault of the machine or of mujaz (exit code 3), the others are the template's
    /// or the file's (exit code 1).
    pub fn finding(&self) -> Finding {
        let (code, message, help) = match self {
            Self::Time(limit) => {
                ("LI01", format!("typesetting took longer than {}", seconds(limit.as_secs_f64())), ENDLESS)
            }
            Self::Processor(limit) => {
                let limit = seconds(*limit as f64);
                ("LI01", format!("typesetting took more than {limit} of processor time"), ENDLESS)
            }
            Self::Memory(limit) => {
                ("LI02", format!("typesetting needed more than {} of memory", size(*limit)), GROWING)
            }
            Self::Reply(limit) => {
                let message = format!("the finished files are larger than {}", size(*limit));
                ("LI03", message, "make pictures and attachments smaller, or ask for fewer pixels to an inch")
            }
            Self::Stack => ("LI04", "typesetting ran out of stack".to_owned(), DEEP),
            Self::Crash(how) => ("LI04", format!("typesetting broke off: {how}"), CRASHED),
            Self::Start(why) => {
                let message = format!("no confined process can be started: {why}");
                return Finding::error("LI05", message).help(ALONE);
            }
        };
        Finding::error(code, message).help(help)
    }
}

/// `60 s`, `1.5 s`.
fn seconds(seconds: f64) -> String {
    format!("{seconds} s")
}

/// `2000 MB`, `20 kB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..10_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

const ENDLESS: &str = "look in the templates for a loop that does not end, or typeset less at once";
const GROWING: &str =
    "look in the templates for a list or text that grows without end, and scale pictures down";
const DEEP: &str = "look in the templates for values or contents that are nested thousands deep";
const CRASHED: &str = "undo the last change of the templates; if it is not that, report a fault of mujaz";
const ALONE: &str =
    "let mujaz start itself as a process, or build with `--confine never` if the templates are your own";
