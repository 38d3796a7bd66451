//! How grave a house takes the findings of a rule.

use schemars::JsonSchema;
use serde::Deserialize;

/// What becomes of the findings of one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleLevel {
    /// They are not reported.
    Ignore,
    /// They are warnings.
    Warning,
    /// They are errors.
    Error,
}
