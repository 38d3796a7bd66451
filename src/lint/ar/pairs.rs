//! AR25: brackets and quotation marks without partner, bidirectional controls, invisible characters.

use crate::lint::invisible::invisible;
use crate::lint::{Hit, Passage};

const CODE: &str = "AR25";

/// Reports what stands alone and what nobody sees.
pub(super) fn pairs(passage: &Passage, hits: &mut Vec<Hit>) {
    crate::lint::pairs::pairs(passage, CODE, hits);
    invisible(passage, CODE, hits);
}
