//! The cases, one matter a file.

mod arabic;
mod archive;
mod audiences;
mod broken;
mod build;
mod check;
mod confine;
mod confine_bombs;
mod confine_paths;
mod conformance;
mod defects;
mod desk;
mod desk_exchange;
mod desk_sheets;
mod direction;
mod facts;
mod fuzzed;
mod languages;
mod lint;
mod measure;
mod pdf;
mod pixels;
mod pseudo;
mod textlayer;
mod torture;
mod verify;
