//! Tells Cargo that templates, fonts and labels are embedded: a file added there is a change.

#[expect(clippy::disallowed_macros, reason = "this is how a build script speaks to Cargo")]
fn main() {
    for folder in ["templates", "fonts", "data/labels"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
