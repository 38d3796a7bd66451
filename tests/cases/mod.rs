//! The cases, one matter a file.

mod broken;
mod build;
mod facts;
mod pdf;
mod torture;
