//! DA20: places that the shared data files under a code of older files. (Unknown codes are refused in reading.)

use super::Case;
use crate::diag::Finding;
use crate::model::is_legacy_place_code;

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let places = case.dossier.tree.get("places").and_then(|places| places.as_map()).unwrap_or_default();
    let legacy = places.iter().filter(|entry| is_legacy_place_code(&entry.key));
    legacy
        .map(|entry| {
            Finding::warning("DA20", format!("`{}` is a place code of older files", entry.key))
                .at(entry.key_span, "no longer in use")
                .path(format!("places.{}", entry.key))
                .help("file the place under its code of now, which is not the same without the hyphen, and keep this one under `aliases`")
        })
        .collect()
}
