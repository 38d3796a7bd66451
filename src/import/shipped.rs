//! The maps that the program brings, and those of a project.

use include_dir::{Dir, include_dir};

use super::target;
use crate::diag::{Finding, Sources, nearest};
use crate::layers::Project;
use crate::model::import_map::ImportMap;
use crate::yaml::{self, Limits, Node};

static MAPS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data/maps");

/// Where a project keeps its maps.
const FOLDER: &str = "data/maps";

/// A map as it was read, with the tree that it was read from.
#[derive(Debug, Clone)]
pub struct Map {
    /// What it says.
    pub spec: ImportMap,
    /// The same with places.
    pub node: Node,
}

/// The names of the maps that the program brings, in order.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> =
        MAPS.files().filter_map(|file| file.path().to_str()?.strip_suffix(".yaml")).collect();
    names.sort_unstable();
    names
}

/// The text of a map that the program brings.
pub fn text(name: &str) -> Option<&'static str> {
    MAPS.get_file(format!("{name}.yaml"))?.contents_utf8()
}

/// Reads a map by its name: that of the project if it has one, else that of the program.
///
/// # Errors
/// `IM03` for a name that no map has, and all that is wrong with the map.
pub fn named(project: &Project, name: &str, sources: &mut Sources) -> Result<Map, Vec<Finding>> {
    let own = format!("{FOLDER}/{name}.yaml");
    let plain = !name.contains(['/', '\\', '.']);
    if plain && let Ok(bytes) = project.asset(&own) {
        return read(&bytes, &own, sources);
    }
    if plain && let Some(text) = text(name) {
        return read(text.as_bytes(), &format!("(built in)/maps/{name}.yaml"), sources);
    }
    let finding = Finding::error("IM03", format!("there is no map `{name}`"));
    Err(vec![match nearest(name, names().iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding
            .help(format!("name a file that ends in `.yaml`, or one of the maps `{}`", names().join("`, `"))),
    }])
}

/// Reads a mapping file.
///
/// # Errors
/// All that is wrong with it, with its places.
pub fn read(bytes: &[u8], name: &str, sources: &mut Sources) -> Result<Map, Vec<Finding>> {
    let limits = Limits::default();
    let file = yaml::add(bytes, name, "import map", sources, &limits).map_err(|fault| vec![fault])?;
    let (node, findings) = yaml::parse(file, sources, &limits);
    let Some(node) = node.filter(|_| !findings.iter().any(Finding::is_error)) else { return Err(findings) };
    let spec: ImportMap = yaml::from_node(&node)?;
    let map = Map { spec, node };
    let faults = target::faults(&map);
    if faults.is_empty() { Ok(map) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_map_can_be_read() {
        assert_eq!(names(), ["dtm-rounds", "fts-flows", "fts-requirements", "hapi-idps", "hapi-returnees"]);
        for name in names() {
            let mut sources = Sources::new();
            let map = read(text(name).expect("text").as_bytes(), name, &mut sources).expect(name);
            assert_eq!(map.spec.import.value, name);
            assert_eq!(map.spec.title.keys().map(String::as_str).collect::<Vec<_>>(), ["ar", "en"]);
        }
    }
}
