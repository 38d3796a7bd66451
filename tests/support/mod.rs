//! What several cases stand on: the built editions, and readers of what was built.

pub mod copy;
pub mod coverage;
pub mod facts;
pub mod frames;
pub mod homes;
pub mod lines;
pub mod literal;
pub mod overlap;
pub mod pdf_font;
pub mod pdf_text;
pub mod project;
pub mod qpdf;
pub mod random;
pub mod tokens;
pub mod validation;
pub mod visual;
