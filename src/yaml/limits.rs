//! How much one file may hold: bounds on memory and time, far above any real edition.

/// The bounds of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file. 16 MiB.
    pub bytes: usize,
    /// Lists and maps inside each other, aliases followed. 64; at most 200, since trees are walked
    /// recursively.
    pub depth: usize,
    /// Values and keys after aliases are followed. 2,000,000.
    pub values: usize,
    /// Bytes of one value. 1 MiB.
    pub value_bytes: usize,
    /// Findings reported for a file; the rest are counted. 100.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 16 << 20, depth: 64, values: 2_000_000, value_bytes: 1 << 20, findings: 100 }
    }
}
