//! The texts that findings point into: shown name, layer, content, and byte offset to line and column.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

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

/// Every text read so far. A copy shares the texts, and its ids go on from there.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Arc<Source>>,
    by_name: HashMap<String, Vec<FileId>>,
}

#[derive(Debug)]
struct Source {
    name: String,
    layer: String,
    text: String,
    /// Offset of each line's first byte.
    lines: OnceLock<Vec<u32>>,
}

impl Sources {
    /// An empty registry.
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers a text under the path shown to people (relative to the project, with `/`) and its
    /// layer (`neutral data`, `language ar`). The same name, layer and text give the same id again.
    pub fn add(&mut self, name: impl Into<String>, layer: impl Into<String>, text: String) -> FileId {
        let (name, layer) = (name.into(), layer.into());
        let same = |id: &&FileId| {
            self.source(**id).is_some_and(|source| source.layer == layer && source.text == text)
        };
        if let Some(id) = self.by_name.get(&name).and_then(|ids| ids.iter().find(same)) {
            return *id;
        }
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.by_name.entry(name.clone()).or_default().push(id);
        self.files.push(Arc::new(Source { name, layer, text, lines: OnceLock::new() }));
        id
    }

    /// Every text, in the order in which they were registered.
    pub fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len()).map(|index| FileId(index as u32))
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
        self.files.get(file.0 as usize).map(Arc::as_ref)
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
