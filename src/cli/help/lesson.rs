//! `lessons.yaml` -> what each command teaches: its purpose in a line, examples, and what comes next.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::diag::Tongue;

static LESSONS: LazyLock<Lessons> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("lessons.yaml")).unwrap_or_default());

/// All that is taught. It is read once; a test holds the file whole.
pub fn all() -> &'static Lessons {
    &LESSONS
}

/// The lesson of a command by its words behind `mujaz`: `text status`, and nothing for `mujaz` itself.
pub fn lesson(path: &str) -> Option<&'static Lesson> {
    all().lessons.iter().find(|lesson| lesson.command == path)
}

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lessons {
    /// The commands by the day's work.
    pub groups: Vec<Group>,
    /// The lessons.
    pub lessons: Vec<Lesson>,
}

/// A line in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    en: String,
    ar: String,
}

impl Line {
    /// The line in a language.
    pub fn says(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::English => &self.en,
            Tongue::Arabic => &self.ar,
        }
    }
}

/// Commands of one kind of work.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The work.
    pub name: Line,
    /// The commands.
    pub commands: Vec<String>,
}

/// What one command teaches.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Its words behind `mujaz`.
    pub command: String,
    /// Its purpose in a short line.
    pub does: Line,
    /// What else one should know.
    pub also: Option<Line>,
    /// Command lines as one would type them.
    pub examples: Vec<Example>,
    /// What one does after it.
    pub next: Line,
}

/// A command line, and what it does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The line.
    pub run: String,
    en: String,
    ar: String,
}

impl Example {
    /// What it does, in a language.
    pub fn says(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::English => &self.en,
            Tongue::Arabic => &self.ar,
        }
    }
}
