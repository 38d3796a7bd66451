//! What is being made, on the terminal while it is made; and a word where another process must be waited for.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::ProgressBar;

use super::Ui;
use crate::archive;

/// The way through a number of things, seen by all threads that work on them.
pub struct Progress {
    ui: Ui,
    bar: ProgressBar,
    has_waited: AtomicBool,
}

impl Progress {
    /// At the beginning of so many things.
    pub fn new(ui: Ui, steps: usize) -> Self {
        Self { ui, bar: ui.progress(steps), has_waited: AtomicBool::new(false) }
    }

    /// A thing is being made: `2031-06 ar`.
    pub fn begin(&self, what: String) {
        self.bar.set_message(what);
    }

    /// A thing is done, and told in the meantime without the bar.
    pub fn done(&self, tell: impl FnOnce()) {
        self.bar.suspend(tell);
        self.bar.inc(1);
    }

    /// Says once that another process is writing to the folder, if one is: what follows waits for it.
    pub fn wait_for(&self, folder: &Path) {
        if archive::is_occupied(folder) && !self.has_waited.swap(true, Ordering::Relaxed) {
            let shown = folder.display();
            self.bar.suspend(|| {
                self.ui.note(&format!("another build is writing to `{shown}`; waiting for it\n"))
            });
        }
    }

    /// How long it has taken.
    pub fn elapsed(&self) -> Duration {
        self.bar.elapsed()
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
