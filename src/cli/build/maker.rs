//! Who typesets: this process, or a child with limits for each task.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::args::Confine;
use super::super::confined;
use crate::confine::{self, Limits};
use crate::diag::Finding;
use crate::press::{self, Pressed, Task};
use crate::typeset::{self, Assets};

/// How many builds Typst's memory of a step outlives.
const MEMORY: usize = 8;

/// The way to make the files of a task: in a child where the templates or fonts may be anybody's. What Typst
/// remembers and has not used for long is forgotten each time.
pub fn maker(
    confine: Confine,
    assets: &Assets,
) -> impl Fn(&Assets, &Task) -> Result<Pressed, Vec<Finding>> + Sync {
    let make = remembering_maker(confine, assets);
    move |assets, task| {
        let made = make(assets, task);
        forget();
        made
    }
}

/// A [`maker`] for those who [`forget`] when nobody waits.
pub fn remembering_maker(
    confine: Confine,
    assets: &Assets,
) -> impl Fn(&Assets, &Task) -> Result<Pressed, Vec<Finding>> + Sync {
    let confined = match confine {
        Confine::Always => true,
        Confine::Never => false,
        Confine::Auto => assets.has_own(),
    };
    move |assets, task| {
        if confined {
            let program = confined::program().map_err(|fault| vec![fault])?;
            return confine::press(&program, assets, task, &Limits::default());
        }
        // A fault of the typesetter in one edition stops no other.
        let made = catch_unwind(AssertUnwindSafe(|| press::make(assets, task)));
        made.unwrap_or_else(|_| {
            let message = format!("the typesetter broke down over `{}`", task.stem());
            Err(vec![Finding::error("TE09", message).help("report this with the data that it was made from")])
        })
    }
}

/// Forgets what Typst remembers and has not used in the last builds.
pub fn forget() {
    typeset::evict(MEMORY);
}
