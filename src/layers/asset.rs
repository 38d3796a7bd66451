//! A file that an edition names, such as a logo: read like the data, inside the project only.

use super::project::Project;
use crate::diag::Finding;
use crate::yaml::Limits;

impl Project {
    /// Reads a file by its path relative to the project.
    ///
    /// # Errors
    /// A finding LA04 or LA05 without a place if it does not exist, leads out of the project, or is
    /// too large.
    pub fn asset(&self, name: &str) -> Result<Vec<u8>, Finding> {
        self.store.read(name, &Limits::default())
    }
}
