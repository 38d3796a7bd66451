//! One Brief and everything that goes onto its pages -> finished files in memory.
//!
//! A [`Task`] is whole: it names no file on disk and can be sent to another process. The same task with the
//! same [`Assets`](crate::typeset::Assets) gives the same bytes everywhere, so its [`recipe`](Task::recipe)
//! stands for them. Nothing is written here.

mod canonical;
mod kinds;
mod make;
mod record;
mod task;

pub use self::canonical::canonical;
pub use self::make::{Made, Pressed, make};
pub use self::record::{
    Carried, FILE_LIMIT, FontUsed, RECORD_NAME, Record, TOTAL_LIMIT, Tool, attach, inputs, utc,
};
pub use self::task::{Format, Task};

#[cfg(test)]
mod tests;
