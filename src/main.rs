//! The `mujaz` command.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    mujaz::cli::main()
}
