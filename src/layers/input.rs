//! A file as it was read: what the outputs of an edition are made from, and what proves it.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

/// One file as it was read. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Path relative to the project, with `/`; `(built in)/labels/ar.yaml` for a part of the program.
    pub name: String,
    /// `house`, `shared data`, `locale de`, `labels ar`, `neutral data`, `language ar`, `audience NAME`,
    /// `translations` for the record of translations, `earlier edition ID` for every file of an edition before
    /// this one, and `logo`.
    pub layer: String,
    /// The bytes on disk.
    pub bytes: Content,
}

impl InputFile {
    /// A file of a layer.
    pub fn new(name: impl Into<String>, layer: impl Into<String>, bytes: impl Into<Content>) -> Self {
        Self { name: name.into(), layer: layer.into(), bytes: bytes.into() }
    }
}

/// The bytes of a file, shared by its clones, and their hash once it was asked for.
#[derive(Debug, Clone)]
pub struct Content(Arc<(Vec<u8>, OnceLock<[u8; 32]>)>);

impl Content {
    /// The SHA-256 of the bytes, computed once for all clones.
    pub fn sha256(&self) -> [u8; 32] {
        *self.0.1.get_or_init(|| Sha256::digest(&self.0.0).into())
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Arc::new((bytes, OnceLock::new())))
    }
}

impl Deref for Content {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0.0
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Content {}
