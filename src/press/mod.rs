//! One Brief and everything that goes onto its pages -> finished files in memory.
//!
//! A [`Task`] is whole: it names no file on disk and can be sent to another process. The same task with the
//! same [`Assets`](crate::typeset::Assets) gives the same bytes everywhere, so its [`recipe`](Task::recipe)
//! stands for them. Nothing is written here.

mod make;
mod task;

pub use self::make::{Made, Pressed, make};
pub use self::task::{Format, Task};

#[cfg(test)]
mod tests;
