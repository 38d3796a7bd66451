//! The pages of each language as they were made last, and what the typesetter said of them.

use std::collections::BTreeMap;

use super::super::args::Confine;
use super::super::build::remembering_maker;
use super::super::parallel::{in_order, jobs};
use crate::diag::Finding;
use crate::output::Sheet;
use crate::press::{Pressed, Task};
use crate::typeset::Assets;

/// A SHA-256 over all that pages depend on.
type Recipe = [u8; 32];

/// Pages that may have to be made.
#[derive(Debug, Clone)]
pub struct Due {
    task: Task,
    recipe: Recipe,
}

impl Due {
    /// The pages of a task.
    pub fn new(task: Task, assets: &Assets) -> Self {
        let recipe = task.recipe(assets);
        Self { task, recipe }
    }
}

/// What came of them.
pub struct Done {
    lang: String,
    recipe: Recipe,
    result: Result<Pressed, Vec<Finding>>,
}

/// Typesets, several at once.
pub fn press(assets: &Assets, confine: Confine, due: &[Due]) -> Vec<Done> {
    let make = remembering_maker(confine, assets);
    let work = |due: &Due| {
        let Due { task, recipe } = due;
        Done { lang: task.lang.clone(), recipe: *recipe, result: make(assets, task) }
    };
    let mut done = Vec::new();
    in_order(due, jobs(None), work, |it| done.push(it));
    done
}

/// By language, what was made last.
#[derive(Debug, Default)]
pub struct Pages {
    made: BTreeMap<String, Made>,
}

#[derive(Debug)]
struct Made {
    recipe: Recipe,
    findings: Vec<Finding>,
    is_drawn: bool,
}

impl Pages {
    /// Remembers what was done, and gives the pages if there are any.
    pub fn take(&mut self, done: Done) -> (String, Option<Vec<Sheet>>) {
        let Done { lang, recipe, result } = done;
        let (findings, sheets) = match result {
            Ok(pressed) => (pressed.warnings, Some(pressed.sheets)),
            Err(faults) => (faults, None),
        };
        self.made.insert(lang.clone(), Made { recipe, findings, is_drawn: sheets.is_some() });
        (lang, sheets)
    }

    /// Whether the last pages are these.
    pub fn are_current(&self, due: &Due) -> bool {
        self.of(due).is_some_and(|made| made.is_drawn)
    }

    /// Whether these were never tried.
    pub fn are_new(&self, due: &Due) -> bool {
        self.of(due).is_none()
    }

    /// What the typesetter said of these.
    pub fn findings(&self, due: &Due) -> &[Finding] {
        self.of(due).map_or(&[], |made| &made.findings)
    }

    fn of(&self, due: &Due) -> Option<&Made> {
        self.made.get(&due.task.lang).filter(|made| made.recipe == due.recipe)
    }
}
