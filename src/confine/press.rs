//! A task -> its files, made in a child.

use std::path::Path;

use super::call::call;
use super::ended::Ended;
use super::exchange::{Reply, Request};
use super::limits::Limits;
use crate::diag::Finding;
use crate::output::Sheet;
use crate::press::{Made, Pressed, Task};
use crate::typeset::Assets;

/// Makes the files of a task as [`press::make`](crate::press::make) does, byte for byte, in a child of its own.
/// `program` is mujaz itself. Safe to call from many threads.
///
/// # Errors
/// Those of `make`, with places in the same sources; `LI01` to `LI05` where a limit ended the child.
pub fn press(program: &Path, assets: &Assets, task: &Task, limits: &Limits) -> Result<Pressed, Vec<Finding>> {
    let request = Request::Press { own: assets.own(), digest: assets.digest(), task: Box::new(task.clone()) };
    let mut file = |name: &str| assets.shown(name.strip_prefix("templates/")?);
    let reply = call(program, &request, limits).map_err(|ended| vec![ended.finding().path(task.stem())])?;
    match reply {
        Reply::Pressed { files, sheets, warnings } if files.iter().all(|made| belongs(made, task)) => {
            let warnings = warnings.into_iter().map(|told| told.finding(&mut file)).collect();
            Ok(Pressed { files, sheets: sheets.into_iter().map(Sheet::named_anew).collect(), warnings })
        }
        Reply::Faulty(faults) if !faults.is_empty() => {
            Err(faults.into_iter().map(|told| told.finding(&mut file)).collect())
        }
        _ => Err(vec![Ended::stray().finding()]),
    }
}

/// Whether a file may come out of this task. The child has read what is not ours, so it is not believed.
fn belongs(made: &Made, task: &Task) -> bool {
    let rest = made.name.strip_prefix(&task.stem()).unwrap_or_default();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !rest.is_empty() && rest.chars().all(is_plain) && !rest.contains("..") && made.lang == task.lang
}
