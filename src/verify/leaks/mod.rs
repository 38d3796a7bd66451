//! An edition for an audience -> proof that it does not depend on what the audience may not see.
//!
//! Every withheld value, id and entry of the edition, and of the editions before it, is replaced by others of the
//! same kind, in several sets; the edition is built again from the changed files, all the way from YAML to PDF; and
//! all outputs must have the same bytes. Where they have not, the values that made the difference are halved until
//! one is left. Beside that, outputs are searched for the withheld words themselves.
//!
//! What is proven is independence from *marked* values only: whether a text that anyone may read says what is withheld
//! is not known here. Released values (`declassify`) may depend on the withheld; what they are computed from stays.

mod canary;
mod difference;
mod scan;
mod studio;
mod subject;

pub use self::scan::scan;
pub use self::studio::{Maker, Studio};
pub use self::subject::Subject;

use self::subject::Planned;
use crate::diag::Finding;
use crate::layers::Project;
use crate::typeset::Assets;

/// Sets of canaries, where nothing else is said.
pub const SETS: usize = 3;

/// A finished file, or what was said while it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Something withheld that an output depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    /// Its path in the whole edition: `figures[raids].value`.
    pub path: String,
    /// Its file, and line and column from 1.
    pub place: (String, usize, usize),
    /// The first output that differs.
    pub output: String,
    /// Where it differs: `object 12, /Page`; the fault, where it could not be built.
    pub difference: String,
    /// The set of canaries.
    pub set: usize,
}

/// Something withheld that an output says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its path in the whole edition.
    pub path: String,
    /// The output.
    pub output: String,
    /// Where in it.
    pub place: String,
}

/// What was found out about an edition for an audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Withheld values, entries and ids.
    pub secrets: usize,
    /// Sets of canaries that gave the same bytes.
    pub equal: usize,
    /// The first dependence, if there is one.
    pub leak: Option<Leak>,
    /// What outputs say.
    pub said: Vec<Said>,
}

impl Proof {
    /// Whether nothing speaks against it.
    pub fn is_clean(&self) -> bool {
        self.leak.is_none() && self.said.is_empty()
    }

    /// VE13 for a dependence, VE14 for each withheld value that an output says.
    pub fn findings(&self, subject: &Subject) -> Vec<Finding> {
        let (edition, audience) = (&subject.edition, &subject.audience);
        let leak = self.leak.iter().map(|leak| {
            let (file, line, column) = &leak.place;
            Finding::error(
                "VE13",
                format!("`{}` of `{edition}` for `{audience}` depends on `{}`", leak.output, leak.path),
            )
            .path(leak.path.clone())
            .help(format!(
                "it differs first at `{}`; the value stands at `{file}:{line}:{column}`",
                leak.difference
            ))
        });
        let said = self.said.iter().map(|said| {
            Finding::error(
                "VE14",
                format!(
                    "`{}` of `{edition}` for `{audience}` says what is withheld: `{}`",
                    said.output, said.path
                ),
            )
            .path(said.path.clone())
            .help(format!("it stands in `{}`", said.place))
        });
        leak.chain(said).collect()
    }
}

/// Builds the edition with each set of canaries and compares all outputs; `render` makes them from a project.
///
/// # Errors
/// What keeps the edition from being built as it is.
pub fn prove(
    subject: &Subject,
    sets: usize,
    render: impl Fn(&Project) -> Result<Vec<Output>, Vec<Finding>>,
) -> Result<Proof, Vec<Finding>> {
    let said = scan(subject, &render(&subject.project()?)?);
    let outputs = render(&subject.variant(0, &[])?)?;
    let differs = |set: usize, plan: &[&Planned]| -> Result<Option<(String, String)>, Vec<Finding>> {
        let varied = match render(&subject.variant(set, plan)?) {
            Ok(varied) => varied,
            Err(findings) => {
                let why = findings.iter().find(|it| it.is_error()).map(|it| it.message.clone());
                return Ok(Some((subject.edition.clone(), why.unwrap_or_default())));
            }
        };
        Ok(compared(&outputs, &varied))
    };
    let all: Vec<&Planned> = subject.plan.iter().collect();
    for set in 0..sets {
        let Some(found) = differs(set, &all)? else { continue };
        let (planned, (output, difference)) = halved(&all, found, |plan| differs(set, plan))?;
        let leak = planned.map(|planned| Leak {
            path: planned.path(),
            place: (planned.file.clone(), planned.position.0, planned.position.1),
            output,
            difference,
            set,
        });
        return Ok(Proof { secrets: all.len(), equal: set, leak, said });
    }
    Ok(Proof { secrets: all.len(), equal: sets, leak: None, said })
}

/// The first output that differs, and where.
fn compared(outputs: &[Output], varied: &[Output]) -> Option<(String, String)> {
    for output in outputs {
        match varied.iter().find(|it| it.name == output.name) {
            Some(other) => {
                if let Some(difference) = difference::first(&output.bytes, &other.bytes) {
                    return Some((output.name.clone(), difference));
                }
            }
            None => return Some((output.name.clone(), output.name.clone())),
        }
    }
    let more = varied.iter().find(|it| outputs.iter().all(|output| output.name != it.name));
    more.map(|more| (more.name.clone(), more.name.clone()))
}

type Difference = (String, String);

/// The change that makes a difference alone, or the first of a group that makes one only together.
fn halved<'p>(
    all: &[&'p Planned],
    found: Difference,
    differs: impl Fn(&[&'p Planned]) -> Result<Option<Difference>, Vec<Finding>>,
) -> Result<(Option<&'p Planned>, Difference), Vec<Finding>> {
    let (mut plan, mut found) = (all.to_vec(), found);
    while plan.len() > 1 {
        let (first, second) = plan.split_at(plan.len() / 2);
        if let Some(difference) = differs(first)? {
            (plan, found) = (first.to_vec(), difference);
        } else if let Some(difference) = differs(second)? {
            (plan, found) = (second.to_vec(), difference);
        } else {
            break;
        }
    }
    Ok((plan.first().copied(), found))
}

/// Proves one edition of a project for one audience of its house, in some or all of its languages, with
/// the ordinary outputs: what `mujaz verify --leaks` tells.
///
/// # Errors
/// What keeps the edition from being built.
pub fn examine(
    project: &Project,
    assets: &Assets,
    make: &Maker<'_>,
    (edition, audience, langs): (&str, &str, &[String]),
    sets: usize,
) -> Result<(Proof, Vec<Finding>), Vec<Finding>> {
    let subject = Subject::read(project, edition, audience)?;
    let studio = Studio { assets, make, edition, audience, langs };
    let proof = prove(&subject, sets, |project| studio.render(project))?;
    let findings = proof.findings(&subject);
    Ok((proof, findings))
}
