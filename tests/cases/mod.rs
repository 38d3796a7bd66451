//! The cases, one matter a file.

mod broken;
mod build;
mod direction;
mod facts;
mod measure;
mod pdf;
mod textlayer;
mod torture;
