//! The texts that findings point into: shown name, layer, content, and byte offset to line and column.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

/// A file registered in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub(crate) u32);

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte; not below `start`.
    pub end: u32,
}

impl Span {
    /// A range of bytes; offsets beyond 4 GiB are cut off.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { file, start, end: end.max(start) }
    }
}

/// Every text read so far.
///
/// A clone has the same texts under the same ids, and goes on by itself: what is added to one is not in the
/// other, but no two texts of a registry and its clones ever have one id, nor one text two. So findings of
/// several clones can be put together once their texts are ([`extend`](Self::extend)).
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: BTreeMap<FileId, Arc<Source>>,
    numbers: Arc<Mutex<Numbers>>,
}

/// Which text has which number, in a registry and all its clones. Texts live as long as one of them has them.
#[derive(Debug, Default)]
struct Numbers {
    next: u32,
    by_name: HashMap<String, Vec<(FileId, Weak<Source>)>>,
}

#[derive(Debug)]
struct Source {
    name: String,
    layer: String,
    text: String,
    /// Offset of each line's first byte.
    lines: OnceLock<Vec<u32>>,
}

impl Numbers {
    fn number(&mut self, source: Source) -> (FileId, Arc<Source>) {
        let known = self.by_name.entry(source.name.clone()).or_default();
        known.retain(|(_, source)| source.strong_count() > 0);
        let alive = known.iter().filter_map(|(id, known)| Some((*id, known.upgrade()?)));
        let same =
            |(_, known): &(FileId, Arc<Source>)| known.layer == source.layer && known.text == source.text;
        if let Some(same) = alive.into_iter().find(same) {
            return same;
        }
        let (id, source) = (FileId(self.next), Arc::new(source));
        self.next = self.next.saturating_add(1);
        known.push((id, Arc::downgrade(&source)));
        (id, source)
    }
}

impl Sources {
    /// An empty registry.
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers a text under the path shown to people (relative to the project, with `/`) and its
    /// layer (`neutral data`, `language ar`). The same name, layer and text give the same id again.
    pub fn add(&mut self, name: impl Into<String>, layer: impl Into<String>, text: String) -> FileId {
        let source = Source { name: name.into(), layer: layer.into(), text, lines: OnceLock::new() };
        // Numbers are sound whenever the lock is free: nothing in between can fail.
        let mut numbers = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        let (id, source) = numbers.number(source);
        self.files.insert(id, source);
        id
    }

    /// Adds the texts of a clone. Of a registry that is no clone, whose ids mean other texts, nothing is added.
    pub fn extend(&mut self, clone: &Self) {
        if Arc::ptr_eq(&self.numbers, &clone.numbers) {
            self.files.extend(clone.files.iter().map(|(id, source)| (*id, Arc::clone(source))));
        }
    }

    /// Every text, in the order in which they were registered.
    pub fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        self.files.keys().copied().collect::<Vec<_>>().into_iter()
    }

    /// The shown path.
    pub fn name(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.name)
    }

    /// The layer.
    pub fn layer(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.layer)
    }

    /// The whole text.
    pub fn text(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.text)
    }

    /// The text under a span, widened to whole characters.
    pub fn slice(&self, span: Span) -> &str {
        let text = self.text(span.file);
        let start = floor(text, span.start as usize);
        let end = floor(text, span.end as usize).max(start);
        &text[start..end]
    }

    /// Line and column of a byte, both from 1, the column in characters. An offset inside a character
    /// counts as its start, one beyond the text as its end.
    pub fn position(&self, file: FileId, offset: u32) -> (usize, usize) {
        let Some(source) = self.source(file) else { return (1, 1) };
        let offset = floor(&source.text, offset as usize);
        let lines = source.lines();
        let line = lines.partition_point(|start| *start as usize <= offset).max(1);
        let start = lines[line - 1] as usize;
        (line, source.text[start..offset].chars().count() + 1)
    }

    /// The text of a line (from 1) without its line break, and the offset of its first byte.
    pub fn line(&self, file: FileId, line: usize) -> (&str, u32) {
        let Some(source) = self.source(file) else { return ("", 0) };
        let lines = source.lines();
        let Some(start) = line.checked_sub(1).and_then(|index| lines.get(index)) else { return ("", 0) };
        let end = lines.get(line).map_or(source.text.len(), |next| *next as usize);
        (source.text[*start as usize..end].trim_end_matches(['\n', '\r']), *start)
    }

    fn source(&self, file: FileId) -> Option<&Source> {
        self.files.get(&file).map(Arc::as_ref)
    }
}

impl Source {
    /// Lines end at LF, CR LF or CR, as in YAML 1.2 (5.4).
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut lines = vec![0];
            for (index, byte) in bytes.iter().enumerate() {
                let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
                if ends {
                    lines.push(u32::try_from(index + 1).unwrap_or(u32::MAX));
                }
            }
            lines
        })
    }
}

/// The nearest character boundary at or below an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_id_in_all_clones() {
        let mut first = Sources::new();
        let shared = first.add("house.yaml", "house", "x".to_owned());
        let mut second = first.clone();
        let one = first.add("a.yaml", "", "a".to_owned());
        let two = second.add("b.yaml", "", "b".to_owned());
        assert_ne!(one, two);
        assert_eq!(second.add("house.yaml", "house", "x".to_owned()), shared);
        assert_eq!(second.add("a.yaml", "", "a".to_owned()), one);
        let other = second.add("a.yaml", "", "other".to_owned());
        assert!(other != one && other != two);
        assert_eq!([first.name(two), second.name(two)], ["", "b.yaml"]);
        first.extend(&second);
        assert_eq!([shared, one, two, other].map(|id| first.text(id)), ["x", "a", "b", "other"]);
        assert_eq!(first.files().collect::<Vec<_>>(), [shared, one, two, other]);
    }

    #[test]
    fn a_text_that_nobody_has_any_more_gives_no_id_away() {
        let mut first = Sources::new();
        let gone = first.clone().add("a.yaml", "", "a".to_owned());
        assert_ne!(first.add("a.yaml", "", "a".to_owned()), gone);
    }

    #[test]
    fn texts_of_another_registry_stay_out() {
        let (mut first, mut second) = (Sources::new(), Sources::new());
        first.add("a.yaml", "", "a".to_owned());
        second.add("b.yaml", "", "b".to_owned());
        first.extend(&second);
        assert_eq!(first.files().map(|id| first.name(id)).collect::<Vec<_>>(), ["a.yaml"]);
    }
}
