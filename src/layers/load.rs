//! An edition's files over the ground -> one merged tree, with every finding on the way.

use super::audience::{self, Policy, Projected};
use super::ground::Ground;
use super::input::InputFile;
use super::loader::Loader;
use super::project::unknown;
use crate::diag::{Finding, Sources, Span};
use crate::yaml::Node;

/// What an edition is made from.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// The merged data: the sections at the top, texts under `text.<lang>`, labels under `labels.<lang>`.
    pub tree: Node,
    /// Every file read, in the order of the layers.
    pub files: Vec<InputFile>,
    /// The layers, or the paths, of files of which nothing could be read.
    pub unread: Vec<String>,
    /// What was taken out for an audience of the house.
    pub projected: Option<Projected>,
}

/// Reads the layers of an edition and merges them over the ground.
///
/// All findings of all files are returned, those of the ground first and errors among them; there is no tree
/// only where the edition itself cannot be read. Findings are in reading order; [`sort`](crate::diag::sort) puts
/// them in the order to show. `sources` are those of the ground, or a clone of them.
pub fn load(
    ground: &Ground,
    edition: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> (Option<Inputs>, Vec<Finding>) {
    sources.extend(&ground.shared.sources);
    let paths = ground.edition_folder(edition).and_then(|folder| {
        let overlay = audience.map(|name| overlay(ground, &folder, name)).transpose()?.flatten();
        Ok((folder, overlay))
    });
    let (folder, overlay) = match paths {
        Ok(paths) => paths,
        Err(finding) => return (None, vec![finding]),
    };
    let mut loader = Loader::new(ground.project(), sources, ground.limits());
    loader.findings = ground.findings().to_vec();
    loader.files = ground.files().to_vec();
    loader.unread.clone_from(&ground.shared.unread);
    loader.tree = ground.tree().cloned();

    let neutral = loader.all(&folder);
    let edition_read = loader.layer(neutral, |_| "neutral data".to_owned(), None) > 0;
    let texts = loader.all(&format!("{folder}/text"));
    loader.layer(texts, |lang| format!("language {lang}"), Some("text"));
    if let Some(tree) = &loader.tree {
        audience::examine(tree, &mut loader.findings);
    }
    let whole = loader.tree.take();
    let policy = audience.and_then(|name| Policy::read(whole.as_ref()?, name));
    let projected = whole.as_ref().zip(policy);
    let projected = projected.map(|(whole, policy)| audience::project(whole, &policy, &mut loader.findings));
    loader.tree = projected.as_ref().map(|it| it.tree.clone()).or(whole);
    if let Some((name, file)) = audience.zip(overlay) {
        let overlay = loader.one(&file);
        loader.layer(overlay, |_| format!("audience {name}"), None);
    }
    if let Some(tree) = loader.tree.take() {
        let settled = projected.is_some().then(|| Projected::settled(&tree, &mut loader.findings));
        loader.tree = Some(settled.unwrap_or(tree));
    }
    let Loader { findings, files, unread, tree, .. } = loader;
    let tree = tree.filter(|_| edition_read);
    (tree.map(|tree| Inputs { tree, files, unread, projected }), findings)
}

/// The file that an audience has for an edition. An audience of the house needs none.
fn overlay(ground: &Ground, folder: &str, name: &str) -> Result<Option<String>, Finding> {
    let defined = ground.tree().map(audience::audiences).unwrap_or_default();
    let file = ground.project().audience_file(folder, name);
    if defined.contains(&name) {
        return Ok(file.ok());
    }
    if defined.is_empty() {
        return file.map(Some);
    }
    // A house that says who sees what has said nothing of this one.
    let known: Vec<String> = defined.into_iter().map(str::to_owned).collect();
    Err(unknown("LA03", "audience", name, &known, "house.audiences"))
}

/// The places behind the value at a path, nearest first: where it was set, then what that replaced.
pub fn explain(tree: &Node, path: &str) -> Option<Vec<Span>> {
    let node = tree.at(path)?;
    Some(std::iter::once(node.span).chain(node.overrides.iter().copied()).collect())
}
