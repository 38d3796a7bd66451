//! What a confined child may use.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The limits of one call. Whoever sets them lower should leave room for the fonts and templates of mujaz
/// itself: 300 MB and one second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Time by the clock on the wall, held by the parent.
    pub wall: Duration,
    /// Seconds of processor time, of all threads together; on Unix.
    pub cpu: u64,
    /// Bytes of memory; on Unix but macOS.
    pub memory: u64,
    /// Bytes of the reply.
    pub output: u64,
    /// Bytes of the stack of the thread that works; they count as memory.
    pub stack: u64,
}

impl Default for Limits {
    /// A minute, two minutes of processor time (the typesetter uses several), 2 GB, a reply of 256 MB.
    ///
    /// The largest brief so far takes a second and 250 MB, so nothing honest comes near.
    fn default() -> Self {
        Self {
            wall: Duration::from_secs(60),
            cpu: 120,
            memory: 2_000_000_000,
            output: 256_000_000,
            stack: 256 << 20,
        }
    }
}
