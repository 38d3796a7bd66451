//! The cases, one matter a file.

mod facts;
mod pdf;
