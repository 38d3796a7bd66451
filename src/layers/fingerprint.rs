//! The files that an edition's outputs depend on, listed and hashed without being parsed.

use std::sync::{Arc, PoisonError};

use sha2::{Digest, Sha256};

use super::files;
use super::ground::Ground;
use super::record;
use crate::diag::Finding;

/// Paths relative to the project, with the SHA-256 of the content.
pub type Hashes = Vec<(String, [u8; 32])>;

/// The files of an edition as [`Dossier::inputs`](crate::dossier::Dossier) lists them, in that order, each with
/// the SHA-256 of what it holds now. If they are those of an earlier build, reading the edition again gives what
/// it gave then.
///
/// Which editions come before this one (`earlier`) and where the logo lies is said by data that is not parsed
/// here, so that they are taken from the earlier build: if they have changed, a file has that says so. The ground
/// is as it was when it was read, and what was hashed once is not read again for another edition.
///
/// # Errors
/// A finding where a file or folder cannot be read, or an edition is not there: nothing is known then.
pub fn fingerprint(
    ground: &Ground,
    edition: &str,
    audience: Option<&str>,
    earlier: &[String],
    logo: Option<&str>,
) -> Result<Hashes, Finding> {
    let mut hashes: Hashes =
        ground.files().iter().map(|file| (file.name.clone(), file.bytes.sha256())).collect();
    let own = ground.edition_folder(edition)?;
    layers(ground, &own, &mut hashes)?;
    let overlay = |folder: &str, audience: &str| format!("{folder}/audiences/{audience}.yaml");
    if let Some(audience) = audience {
        optional(ground, overlay(&own, audience), &mut hashes)?;
    }
    optional(ground, record::name(edition), &mut hashes)?;
    // Editions before this one are compared as an audience of the house sees them.
    let of_house = ground.tree().map(super::audience::audiences).unwrap_or_default();
    let audience = audience.filter(|name| of_house.contains(name));
    for id in earlier {
        let folder = ground.edition_folder(id)?;
        layers(ground, &folder, &mut hashes)?;
        if let Some(audience) = audience {
            optional(ground, overlay(&folder, audience), &mut hashes)?;
        }
    }
    if let Some(logo) = logo {
        hashes.push(hashed(ground, logo.to_owned())?);
    }
    Ok(hashes)
}

/// A file that need not be there.
fn optional(ground: &Ground, name: String, hashes: &mut Hashes) -> Result<(), Finding> {
    if ground.project().store.is_taken(&name) {
        hashes.push(hashed(ground, name)?);
    }
    Ok(())
}

/// The files of an edition that are layers for every audience.
fn layers(ground: &Ground, folder: &str, hashes: &mut Hashes) -> Result<(), Finding> {
    for folder in [folder.to_owned(), format!("{folder}/text")] {
        hashes.extend_from_slice(&listed(ground, folder)?);
    }
    Ok(())
}

/// The files of a folder.
fn listed(ground: &Ground, folder: String) -> Result<Arc<Hashes>, Finding> {
    let known = || ground.shared.hashes.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(hashes) = known().get(&folder) {
        return Ok(Arc::clone(hashes));
    }
    let mut findings = Vec::new();
    let found = files::listed(ground.project(), &folder, &mut findings);
    if let Some(finding) = findings.into_iter().next() {
        return Err(finding);
    }
    let hashes: Result<Hashes, Finding> = found.into_iter().map(|file| hashed(ground, file.name)).collect();
    let hashes = Arc::new(hashes?);
    known().insert(folder, Arc::clone(&hashes));
    Ok(hashes)
}

fn hashed(ground: &Ground, name: String) -> Result<(String, [u8; 32]), Finding> {
    let bytes = ground.project().store.read(&name, ground.limits())?;
    Ok((name, Sha256::digest(bytes).into()))
}

#[cfg(test)]
mod tests;
