//! A project copied into a temporary folder, and the program run on it as a person would.

#![allow(clippy::disallowed_methods, reason = "tests write the files that they read")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mujaz::diag::Sources;
use mujaz::dossier::Dossier;
use mujaz::layers::Project;
use mujaz::text::{Status, Typed};
use tempfile::TempDir;

/// A project of its own; removed when dropped.
pub struct ProjectCopy {
    folder: TempDir,
}

/// What a run of the program left behind.
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Results.
    pub stdout: String,
    /// Findings.
    pub stderr: String,
}

impl ProjectCopy {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    /// A copy of `tests/fixtures/<name>`.
    pub fn fixture(name: &str) -> Self {
        let copy = Self::empty();
        copy_all(&repository().join("tests/fixtures").join(name), copy.root());
        copy
    }

    /// A copy of these folders of the repository.
    pub fn own(folders: &[&str]) -> Self {
        let copy = Self::empty();
        for folder in folders {
            copy_all(&repository().join(folder), &copy.root().join(folder));
        }
        copy
    }

    /// The same with every translation recorded as reviewed as it stands: none is stale, and none a draft.
    pub fn reviewed(self) -> Self {
        let project = Project::open(self.root()).expect("a project");
        for id in project.editions().expect("editions") {
            let (Some(dossier), _) = Dossier::read(&project, &id, None, &mut Sources::new()) else {
                continue;
            };
            let mut lock = dossier.lock.clone();
            for (lang, language) in &dossier.languages {
                for (key, master) in mujaz::brief::masters(&dossier, lang).expect("the language") {
                    if let Some(own) = language.texts.find(&key) {
                        lock.set(lang, &key, &master, &Typed::of(own), Status::Reviewed, None);
                    }
                }
            }
            self.write(&dossier.lock_name, lock.to_text());
        }
        self
    }

    /// The root.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    /// The text of a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, bytes).expect("writes");
    }

    /// Replaces a text that stands once in a file.
    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {name}");
        self.write(name, text.replace(from, to));
    }

    /// Every file with its bytes, by its path relative to the root.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(self.root())
    }

    /// The program, to be run in the root and with nothing from the environment of the tests.
    pub fn command(&self, args: &[&str]) -> Command {
        program(Path::new(env!("CARGO_BIN_EXE_mujaz")), self.root(), args)
    }

    /// Runs the program in the root.
    pub fn run(&self, args: &[&str]) -> Run {
        run(self.command(args))
    }
}

impl Run {
    /// The whole exchange: exit code, results, findings; with `N` for the seconds that it took.
    pub fn told(&self) -> String {
        let Self { code, stdout, .. } = self;
        format!("exit {code}\n{stdout}{}", self.timeless())
    }

    /// What went to stderr, with `N` for the seconds that it took.
    pub fn timeless(&self) -> String {
        let blank = |line: &str| {
            let (head, tail) = line
                .rsplit_once(" in ")
                .filter(|_| line.starts_with("wrote ") || line.contains(" proven"))?;
            let (seconds, rest) = tail.split_once(" s")?;
            seconds.parse::<f64>().ok().map(|_| format!("{head} in N s{rest}"))
        };
        self.stderr.split_inclusive('\n').map(|line| blank(line).unwrap_or_else(|| line.to_owned())).collect()
    }

    /// The findings, without the summary of what was done and what comes next.
    pub fn found(&self) -> &str {
        let starts = ["wrote ", "no change in ", "not written: ", "nothing is wrong; ", "next: "];
        let lines = self.stderr.split_inclusive('\n');
        let length =
            lines.take_while(|line| !starts.iter().any(|it| line.starts_with(it))).map(str::len).sum();
        &self.stderr[..length]
    }

    /// The findings in JSON as `CODE file:line:column`, without files for those of no place: on stdout where
    /// they are the result (`check --format json`), else on stderr (`build --findings json`).
    pub fn codes(&self) -> Vec<String> {
        let code = |line: &str| {
            let finding: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
            let code = finding["code"].as_str().expect("a code");
            match &finding["places"][0] {
                serde_json::Value::Null => code.to_owned(),
                place => {
                    let file = place["file"].as_str().expect("a file");
                    format!("{code} {file}:{}:{}", place["line"], place["column"])
                }
            }
        };
        let lines = if self.stderr.is_empty() { &self.stdout } else { &self.stderr };
        lines.lines().map(code).collect()
    }
}

/// A program that is run in a folder with nothing from the environment of the tests.
pub fn program(program: &Path, folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).args(args).env_clear();
    command
}

/// Runs a command to its end.
pub fn run(mut command: Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Every file under a folder with its bytes, by its relative path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    walk(folder, &mut |path| {
        let name = path.strip_prefix(folder).expect("inside").display().to_string();
        found.insert(name, fs::read(path).expect("reads"));
    });
    found
}

fn copy_all(from: &Path, to: &Path) {
    walk(from, &mut |path| {
        let target = to.join(path.strip_prefix(from).expect("inside"));
        fs::create_dir_all(target.parent().expect("a folder")).expect("folders");
        fs::copy(path, target).expect("copies");
    });
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() { walk(&path, visit) } else { visit(&path) }
    }
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
