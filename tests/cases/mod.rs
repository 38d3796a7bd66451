//! The cases, one matter a file.

mod arabic;
mod broken;
mod build;
mod check;
mod direction;
mod facts;
mod lint;
mod measure;
mod pdf;
mod pixels;
mod textlayer;
mod torture;
