//! Two PDFs -> the place where their objects say different things, however they are numbered and packed.
//!
//! Both are followed from their trailers at once, breadth first. Numbers of objects, their order, compression and
//! the place of the cross-reference table do not count; neither do the two ids of the file, which every writer may
//! set anew.

use std::collections::{HashSet, VecDeque};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::inside::STREAM_LIMIT;
use super::role::{Pages, Role, Way, pages};

/// Differences after which no more are looked for.
const ENOUGH: usize = 1_000;
/// Pairs of values that are looked at.
const MOST: usize = 4_000_000;
/// Keys of a stream that say how it is packed.
const PACKING: [&[u8]; 5] = [b"Length", b"Filter", b"DecodeParms", b"DL", b"Type"];

/// A place where two PDFs differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    /// What stands there.
    pub role: Role,
    /// The object of the first PDF in which it is.
    pub object: Option<u32>,
}

/// The difference that matters most to a reader and is more than packing; `None` if both say the same.
pub(super) fn difference(found: &Document, original: &Document) -> Option<Difference> {
    let pages = pages(original);
    let mut walk = Walk { found, original, pages, queue: VecDeque::new(), seen: HashSet::new(), looked: 0 };
    let mut differences = Vec::new();
    let roots = |key: &[u8]| (found.trailer.get(key).ok(), original.trailer.get(key).ok());
    for (key, way) in [(&b"Root"[..], Way::Catalog), (b"Info", Way::Info)] {
        match roots(key) {
            (Some(found), Some(original)) => {
                walk.queue.push_back(Pair { found, original, way, object: None })
            }
            (None, None) => {}
            _ => differences.push(Difference { role: way.role(), object: None }),
        }
        walk.run(&mut differences);
    }
    // The first of those that weigh most.
    differences.into_iter().min_by_key(|it| it.role.weight())
}

struct Pair<'a> {
    found: &'a Object,
    original: &'a Object,
    way: Way,
    object: Option<u32>,
}

struct Walk<'a> {
    found: &'a Document,
    original: &'a Document,
    pages: Pages,
    queue: VecDeque<Pair<'a>>,
    seen: HashSet<(ObjectId, ObjectId)>,
    looked: usize,
}

impl<'a> Walk<'a> {
    fn run(&mut self, differences: &mut Vec<Difference>) {
        while let Some(pair) = self.queue.pop_front() {
            self.looked += 1;
            let (way, object) = (pair.way.clone(), pair.object);
            let over = self.looked > MOST;
            if over || !self.same(pair) {
                differences.push(Difference { role: way.role(), object });
            }
            if over || differences.len() >= ENOUGH {
                return;
            }
        }
    }

    /// Whether two values say the same, apart from what is in them, which is queued.
    fn same(&mut self, pair: Pair<'a>) -> bool {
        let Pair { found, original, way, object } = pair;
        let (Ok((found_id, found)), Ok((original_id, original))) =
            (self.found.dereference(found), self.original.dereference(original))
        else {
            return false;
        };
        if let (Some(one), Some(other)) = (found_id, original_id)
            && !self.seen.insert((one, other))
        {
            return true;
        }
        let object = found_id.map(|id| id.0).or(object);
        let way = original_id.map_or(way.clone(), |id| way.into_object(&self.pages, id));
        match (found, original) {
            (Object::Array(found), Object::Array(original)) => {
                if found.len() != original.len() {
                    return false;
                }
                let pairs = found.iter().zip(original);
                self.queue.extend(pairs.map(|(found, original)| Pair {
                    found,
                    original,
                    way: way.clone(),
                    object,
                }));
                true
            }
            (Object::Dictionary(found), Object::Dictionary(original)) => {
                self.entries(found, original, &[], &way, object)
            }
            (Object::Stream(found), Object::Stream(original)) => {
                unpacked(found) == unpacked(original)
                    && self.entries(&found.dict, &original.dict, &PACKING, &way, object)
            }
            (found, original) => same_leaf(found, original),
        }
    }

    fn entries(
        &mut self,
        found: &'a Dictionary,
        original: &'a Dictionary,
        without: &[&[u8]],
        way: &Way,
        object: Option<u32>,
    ) -> bool {
        let counts = |key: &[u8]| !without.contains(&key);
        let keys = |dictionary: &'a Dictionary| dictionary.iter().filter(move |(key, _)| counts(key));
        if keys(found).count() != keys(original).count() {
            return false;
        }
        for (key, original) in keys(original) {
            let Ok(found) = found.get(key) else { return false };
            self.queue.push_back(Pair { found, original, way: way.clone().below(key), object });
        }
        true
    }
}

fn unpacked(stream: &Stream) -> Option<Vec<u8>> {
    stream.decompressed_content_with_limit(STREAM_LIMIT).ok()
}

/// Numbers count by their value, strings and names by their bytes.
fn same_leaf(found: &Object, original: &Object) -> bool {
    let number = |object: &Object| object.as_float().ok();
    match (number(found), number(original)) {
        (Some(found), Some(original)) => (found - original).abs() <= 1e-4,
        (None, None) => match (found, original) {
            (Object::String(found, _), Object::String(original, _)) => found == original,
            (found, original) => found == original,
        },
        _ => false,
    }
}
