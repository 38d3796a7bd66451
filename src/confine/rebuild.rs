//! The files attached to a PDF -> the PDF, made again in a child.

use std::path::Path;

use super::call::call;
use super::ended::Ended;
use super::exchange::{Reply, Request};
use super::limits::Limits;
use crate::diag::Finding;
use crate::verify::Files;

/// Makes a PDF from what one carried as [`verify::rebuild`](crate::verify::rebuild) does, in a child of its
/// own. `program` is mujaz itself.
///
/// # Errors
/// Those of `verify::rebuild`, which name files and have no places, since the files are in the PDF; `LI01` to `LI05`
/// where a limit ended the child.
pub fn rebuild(program: &Path, files: Files, limits: &Limits) -> Result<Vec<u8>, Vec<Finding>> {
    let files = files.into_iter().map(|(path, bytes)| (path, bytes.into())).collect();
    match call(program, &Request::Rebuild { files }, limits).map_err(|ended| vec![ended.finding()])? {
        Reply::Rebuilt(bytes) => Ok(bytes.into_vec()),
        Reply::Faulty(faults) if !faults.is_empty() => {
            Err(faults.into_iter().map(|told| told.finding(&mut |_| None)).collect())
        }
        _ => Err(vec![Ended::stray().finding()]),
    }
}
