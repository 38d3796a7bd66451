//! Texts to be put -> the new text of `text/<lang>.yaml`, everything else in it as it was.

use crate::diag::{FileId, Finding, Sources};
use crate::locale::CATEGORIES;
use crate::text::{Typed, keys};
use crate::yaml::{Change, NewValue, Step, edit};

/// The text file with these texts in it. `page` has every key of the edition in the order of the page, which
/// says where a new text goes.
///
/// # Errors
/// A finding at what stands in the way, such as an alias; the file must then be edited by hand.
pub fn rewrite(
    file: FileId,
    sources: &Sources,
    texts: &[(String, Typed)],
    page: &[String],
) -> Result<String, Finding> {
    let changes: Vec<Change<'_>> =
        texts.iter().map(|(key, typed)| Change { path: path(key), value: value(typed) }).collect();
    let order = |path: &[Step<'_>]| match path {
        [] => {
            let sections = keys::SECTIONS.iter().map(|(name, _)| *name);
            ["lang", "_meta"].into_iter().chain(sections).map(str::to_owned).collect()
        }
        [Step::Key(section)] if !page.iter().any(|key| key == section) => {
            let mut ids: Vec<String> = Vec::new();
            for key in page {
                let (of, id, _) = keys::parts(key);
                if of == *section && !ids.iter().any(|known| known == id) {
                    ids.push(id.to_owned());
                }
            }
            ids
        }
        _ => ["by"].into_iter().chain(CATEGORIES).map(str::to_owned).collect(),
    };
    edit(file, sources, &changes, &order).map_err(|fault| {
        let name = sources.name(file);
        Finding::error("TR15", format!("`{name}` cannot be changed: {}", fault.reason))
            .at(fault.span, "in the way")
            .path(fault.path)
            .help("put the text there by hand, then import again")
    })
}

/// The way to a message in its file.
fn path(key: &str) -> Vec<Step<'_>> {
    let (section, id, at) = keys::parts(key);
    let id = Some(id).filter(|id| !id.is_empty()).map(Step::Key);
    let item = at.checked_sub(1).map(|at| Step::Item(at, None));
    std::iter::once(Step::Key(section)).chain(id).chain(item).collect()
}

fn value(typed: &Typed) -> NewValue {
    match typed {
        Typed::One(text) => NewValue::Text(text.clone()),
        Typed::Forms { by, forms } => {
            let forms = forms.iter().map(|(category, text)| ((*category).to_owned(), text.clone()));
            NewValue::Map(std::iter::once(("by".to_owned(), by.clone())).chain(forms).collect())
        }
    }
}
