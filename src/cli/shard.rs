//! `--shard I/N`, `--shard auto` and what CI engines say in the environment -> which part of a build this run makes.
//!
//! Nothing here reads the environment: the variables come through a function. Which unit belongs to which shard
//! depends on the list of units and on nothing of the machine, so that every run of a build makes the same plan.

use std::fmt;

use crate::diag::Finding;

/// The most parts that a build is split into.
const MOST: u32 = 10_000;

/// One part of a build that is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shard {
    index: u32,
    count: u32,
}

impl Shard {
    /// Part `index` (from 1) of `count`; at most 10,000 parts.
    pub fn new(index: u32, count: u32) -> Option<Self> {
        (1 <= index && index <= count && count <= MOST).then_some(Self { index, count })
    }

    /// Which part, from 1.
    pub fn index(self) -> u32 {
        self.index
    }

    /// How many parts there are.
    pub fn count(self) -> u32 {
        self.count
    }

    /// Reads `I/N`, `auto` or `auto/N`, the latter two with the variables of the environment.
    ///
    /// # Errors
    /// `CL04`: a text that is none of these; no engine, or several that disagree; a number of parts that is missing
    /// or is not the one asked for.
    pub fn read(asked: &str, vars: impl Fn(&str) -> Option<String>) -> Result<Self, Finding> {
        let vars = |name: &str| vars(name).filter(|value| !value.trim().is_empty());
        match asked.split_once('/') {
            None if asked == "auto" => Self::found(None, &vars),
            Some(("auto", count)) => match number(count).filter(|count| (1..=MOST).contains(count)) {
                Some(count) => Self::found(Some(count), &vars),
                None => Err(malformed(asked)),
            },
            Some((index, count)) => {
                let both = number(index).zip(number(count));
                both.and_then(|(index, count)| Self::new(index, count)).ok_or_else(|| malformed(asked))
            }
            None => Err(malformed(asked)),
        }
    }

    /// What the engines say, which must be one thing.
    fn found(count: Option<u32>, vars: &impl Fn(&str) -> Option<String>) -> Result<Self, Finding> {
        let mut told: Option<(Self, &str)> = None;
        for engine in ENGINES {
            let Some(shard) = engine.shard(count, vars)? else { continue };
            match told {
                Some((other, first)) if other != shard => {
                    let message =
                        format!("`{first}` makes this part {other}, and `{}` part {shard}", engine.index);
                    return Err(unclear(message).help("name the part itself, as in `--shard 1/4`"));
                }
                _ => told = Some((shard, engine.index)),
            }
        }
        told.map(|(shard, _)| shard).ok_or_else(|| {
            let known: Vec<&str> = ENGINES.iter().map(|engine| engine.index).collect();
            unclear("nothing says which part of the build this is")
                .help(format!("the variables that are understood are `{}`", known.join("`, `")))
                .help("name the part itself, as in `--shard 1/4`")
        })
    }

    /// Which shard makes which unit, by the weights of the units in their order: the heaviest first, each to the
    /// shard with the least so far. Units of one weight go to 1, 2 ... N, 1, 2 ... in their order.
    pub fn plan(count: u32, weights: &[u64]) -> Vec<u32> {
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|&unit| (std::cmp::Reverse(weights[unit]), unit));
        let mut loads = vec![(0_u128, 0_usize); count.max(1) as usize];
        let mut plan = vec![1; weights.len()];
        for unit in order {
            let least = (0..loads.len()).min_by_key(|&shard| loads[shard]).unwrap_or(0);
            loads[least].0 += u128::from(weights[unit]);
            loads[least].1 += 1;
            plan[unit] = least as u32 + 1;
        }
        plan
    }

    /// The units of this shard, in their order.
    pub fn own<T>(self, units: &[T], weight: impl Fn(&T) -> u64) -> Vec<&T> {
        let weights: Vec<u64> = units.iter().map(weight).collect();
        let plan = Self::plan(self.count, &weights);
        units.iter().zip(plan).filter(|(_, shard)| *shard == self.index).map(|(unit, _)| unit).collect()
    }
}

/// As on the command line: `2/4`.
impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.count)
    }
}

/// How an engine numbers the jobs that run side by side.
struct Engine {
    /// The variable with the number of this job.
    index: &'static str,
    /// The variable with the number of jobs.
    count: &'static str,
    /// The number of the first job.
    first: First,
    /// Who sets `count`, where the engine does not.
    by_hand: bool,
}

/// The number of the first job of an engine.
enum First {
    Always(u32),
    /// Given by a variable, and the distance between two jobs by another.
    Told {
        least: &'static str,
        step: &'static str,
    },
}

/// GitLab CI counts from 1; Kubernetes, Buildkite and CircleCI from 0; Slurm from where
/// `--array` says. Kubernetes tells no job how many there are, so the manifest of the job has to.
const ENGINES: &[Engine] = &[
    Engine { index: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", first: First::Always(1), by_hand: false },
    Engine {
        index: "JOB_COMPLETION_INDEX",
        count: "JOB_COMPLETIONS",
        first: First::Always(0),
        by_hand: true,
    },
    Engine {
        index: "SLURM_ARRAY_TASK_ID",
        count: "SLURM_ARRAY_TASK_COUNT",
        first: First::Told { least: "SLURM_ARRAY_TASK_MIN", step: "SLURM_ARRAY_TASK_STEP" },
        by_hand: false,
    },
    Engine {
        index: "BUILDKITE_PARALLEL_JOB",
        count: "BUILDKITE_PARALLEL_JOB_COUNT",
        first: First::Always(0),
        by_hand: false,
    },
    Engine {
        index: "CIRCLE_NODE_INDEX",
        count: "CIRCLE_NODE_TOTAL",
        first: First::Always(0),
        by_hand: false,
    },
];

impl Engine {
    /// The part that this engine means, if it is the one that runs.
    fn shard(
        &self,
        asked: Option<u32>,
        vars: &impl Fn(&str) -> Option<String>,
    ) -> Result<Option<Shard>, Finding> {
        let Some(index) = vars(self.index) else { return Ok(None) };
        let index = read(self.index, &index)?;
        let told = vars(self.count).map(|count| read(self.count, &count)).transpose()?;
        let count = match (told, asked) {
            (Some(told), Some(asked)) if told != asked => {
                let message = format!("`{}` is {told}, not {asked}", self.count);
                return Err(unclear(message).help("give `auto` alone, or the number of jobs that there are"));
            }
            (told, asked) => told.or(asked).ok_or_else(|| self.uncounted())?,
        };
        let (first, step) = match self.first {
            First::Always(first) => (first, 1),
            First::Told { least, step } => (self.told(least, 1, vars)?, self.told(step, 1, vars)?.max(1)),
        };
        let ahead =
            index.checked_sub(first).filter(|ahead| ahead.is_multiple_of(step)).map(|ahead| ahead / step);
        let shard = ahead.and_then(|ahead| Shard::new(ahead.checked_add(1)?, count));
        let outside = || {
            let message =
                format!("`{}` is {index}, which is none of {count} jobs in a row from {first}", self.index);
            unclear(message)
                .help("let the jobs be numbered without gaps, or name the part as in `--shard 1/4`")
        };
        shard.map(Some).ok_or_else(outside)
    }

    fn told(&self, name: &str, default: u32, vars: &impl Fn(&str) -> Option<String>) -> Result<u32, Finding> {
        vars(name).map_or(Ok(default), |value| read(name, &value))
    }

    fn uncounted(&self) -> Finding {
        let finding =
            unclear(format!("`{}` says which job this is, and nothing how many there are", self.index));
        match self.by_hand {
            true => finding.help(format!(
                "set `{}` in the manifest of the job, or give the number: `--shard auto/4`",
                self.count
            )),
            false => finding.help("give the number: `--shard auto/4`"),
        }
    }
}

/// A number in plain digits.
fn number(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn read(name: &str, value: &str) -> Result<u32, Finding> {
    let fault = || unclear(format!("`{name}` is `{value}`, which is no number of a job"));
    number(value.trim()).ok_or_else(|| fault().help("unset it, or name the part itself, as in `--shard 1/4`"))
}

fn malformed(asked: &str) -> Finding {
    unclear(format!("`{asked}` is no part of a build"))
        .help("write the part and the number of parts, as in `2/4`; or `auto`, or `auto/4`")
}

fn unclear(message: impl Into<String>) -> Finding {
    Finding::error("CL04", message)
}

#[cfg(test)]
mod tests;
