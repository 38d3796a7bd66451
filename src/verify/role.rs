//! The way from the trailer to an object -> what the object is to a reader of the pages.

use std::collections::{HashMap, VecDeque};

use lopdf::{Document, Object, ObjectId};
use serde::{Deserialize, Serialize};

/// What a part of a PDF is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// What is drawn and written on a page, counted from one.
    Content(u32),
    /// A font of a page.
    Font(u32),
    /// A picture or pattern of a page.
    Picture(u32),
    /// A link of a page.
    Link(u32),
    /// Anything else of a page: its size, its order of tags.
    Page(u32),
    /// The tag tree, which readers of the screen follow.
    Tags,
    /// The outline.
    Outline,
    /// The attachments.
    Attachments,
    /// The metadata (XMP).
    Metadata,
    /// Title, authors and dates.
    Info,
    /// Anything else that concerns the whole document.
    Catalog,
    /// The table of the places of all objects.
    Places,
    /// What stands behind the table: the roots and the ids of the file.
    Trailer,
    /// The version at the front.
    Header,
    /// What no page leads to.
    Unused,
}

impl Role {
    /// Among several parts that differ, the lightest is told: what is read comes first, and what follows from any
    /// change comes last.
    pub(super) fn weight(&self) -> (u8, u32) {
        match self {
            Self::Content(page) => (0, *page),
            Self::Picture(page) => (1, *page),
            Self::Link(page) => (2, *page),
            Self::Font(page) => (3, *page),
            Self::Page(page) => (4, *page),
            Self::Tags => (5, 0),
            Self::Outline => (6, 0),
            Self::Attachments => (7, 0),
            Self::Catalog => (8, 0),
            Self::Info => (9, 0),
            Self::Metadata => (10, 0),
            Self::Places | Self::Trailer | Self::Header | Self::Unused => (11, 0),
        }
    }
}

/// How an object was come to.
#[derive(Debug, Clone)]
pub(super) enum Way {
    /// From the catalog, by nothing that is told apart.
    Catalog,
    /// From the document information.
    Info,
    /// To something with a role.
    To(Role),
}

/// The pages of a document by their objects, counted from one.
pub(super) type Pages = HashMap<ObjectId, u32>;

/// The pages of a document.
pub(super) fn pages(document: &Document) -> Pages {
    document.get_pages().into_iter().map(|(number, id)| (id, number)).collect()
}

impl Way {
    /// What stands at its end.
    pub fn role(&self) -> Role {
        match self {
            Self::Catalog => Role::Catalog,
            Self::Info => Role::Info,
            Self::To(role) => role.clone(),
        }
    }

    /// One step on, to the value of a key.
    pub fn below(self, key: &[u8]) -> Self {
        let to = Self::To;
        match (&self, key) {
            (Self::Catalog, b"StructTreeRoot") => to(Role::Tags),
            (Self::Catalog, b"Outlines") => to(Role::Outline),
            (Self::Catalog, b"Metadata") => to(Role::Metadata),
            (Self::Catalog, b"AF" | b"EmbeddedFiles") => to(Role::Attachments),
            (Self::To(Role::Page(page)), b"Contents") => to(Role::Content(*page)),
            (Self::To(Role::Page(page)), b"Font") => to(Role::Font(*page)),
            (Self::To(Role::Page(page)), b"XObject" | b"Pattern" | b"Shading" | b"ExtGState") => {
                to(Role::Picture(*page))
            }
            (Self::To(Role::Page(page)), b"Annots") => to(Role::Link(*page)),
            _ => self,
        }
    }

    /// At an object: a page begins its own part of the way, wherever it was come to from.
    pub fn into_object(self, pages: &Pages, id: ObjectId) -> Self {
        pages.get(&id).map_or(self, |page| Self::To(Role::Page(*page)))
    }
}

/// What every object of a document is, by its number: the shortest way decides.
pub(super) fn roles(document: &Document) -> HashMap<ObjectId, Role> {
    let (mut roles, pages) = (HashMap::new(), pages(document));
    let trailer = |key: &[u8]| document.trailer.get(key).ok();
    for (root, way) in [(trailer(b"Root"), Way::Catalog), (trailer(b"Info"), Way::Info)] {
        let mut queue: VecDeque<(&Object, Way)> = root.map(|it| (it, way)).into_iter().collect();
        while let Some((object, mut way)) = queue.pop_front() {
            let Ok((id, object)) = document.dereference(object) else { continue };
            if let Some(id) = id {
                way = way.into_object(&pages, id);
                if roles.contains_key(&id) {
                    continue;
                }
                roles.insert(id, way.role());
            }
            match object {
                Object::Array(items) => queue.extend(items.iter().map(|item| (item, way.clone()))),
                Object::Dictionary(dictionary) => {
                    queue.extend(dictionary.iter().map(|(key, value)| (value, way.clone().below(key))));
                }
                Object::Stream(stream) => {
                    queue.extend(stream.dict.iter().map(|(key, value)| (value, way.clone().below(key))));
                }
                _ => {}
            }
        }
    }
    roles
}
