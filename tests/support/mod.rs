//! What several cases stand on: the built editions, and readers of what was built.

pub mod coverage;
pub mod pdf_text;
pub mod project;
pub mod tokens;
pub mod validation;
