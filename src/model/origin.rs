//! Where the program itself has read an entry: a file of another institution, and the cells in it.

use schemars::JsonSchema;
use serde::Deserialize;

/// The cells that `mujaz import` made an entry of. It is for the desk: it is never printed, and no audience gets it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The name of the file.
    pub file: String,
    /// The sheet of a workbook.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The cells: `C14`, or ranges with commas between them: `D3:D5, D9`.
    pub cells: String,
    /// The mark of a note that stood beside the number: `*`.
    #[serde(default)]
    pub flag: Option<String>,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}
