//! Entries taken out: whole files before and after.

use super::{owned, steps};
use crate::diag::Sources;
use crate::yaml::edit::cut;

fn without(before: &str, paths: &[&str]) -> Result<String, String> {
    let mut sources = Sources::new();
    let file = sources.add("t.yaml", "", before.to_owned());
    let paths: Vec<_> = paths.iter().map(|path| owned(path)).collect();
    cut(file, &sources, &paths).map_err(|fault| format!("{}: {}", fault.path, fault.reason))
}

fn becomes(before: &str, paths: &[&str], after: &str) {
    assert_eq!(without(before, paths).as_deref(), Ok(after));
}

#[test]
fn entries_go_with_their_comments_and_the_lines_that_part_them() {
    becomes(
        "# head\na:\n  - id: x\n    v: 1 # of x\n\n  # about y\n  - id: y\n    v: 2\n\n  - id: z\n\nb: 3\n",
        &["a[1]"],
        "# head\na:\n  - id: x\n    v: 1 # of x\n\n  - id: z\n\nb: 3\n",
    );
    becomes("a:\n  - x\n  - y\nb: 1\n", &["a[1]"], "a:\n  - x\nb: 1\n");
    becomes("a:\n  - x\n\n  - y\n\nb: 1\n", &["a[1]"], "a:\n  - x\n\nb: 1\n");
    becomes("a: 1\n\n# of b\nb:\n  c: 2\n  # in b\n\nd: 3\n", &["b"], "a: 1\n\nd: 3\n");
    becomes("a: 1\n\nb:\n  - x\n", &["b"], "a: 1\n");
    becomes("a:\n  - x\n  - y\n  - z\n", &["a[0]", "a[2]"], "a:\n  - y\n");
}

#[test]
fn keys_of_an_entry_go_alone() {
    becomes(
        "a:\n  - id: x\n    r: {p: 1,\n        q: 2}\n    s: 3\n",
        &["a[0].r"],
        "a:\n  - id: x\n    s: 3\n",
    );
    becomes("a:\n  - r: 1\n    s: 3\n", &["a[0].r"], "a:\n  - s: 3\n");
    becomes("a: {b: 1, c: 2, d: 3}\n", &["a.b"], "a: {c: 2, d: 3}\n");
    becomes("a: {b: 1, c: 2, d: 3}\n", &["a.d"], "a: {b: 1, c: 2}\n");
    becomes("a: [{id: x}, {id: y}, {id: z}]\n", &["a[1]", "a[2]"], "a: [{id: x}]\n");
}

#[test]
fn everything_may_go_and_what_is_not_there_need_not() {
    becomes("# head\n\na:\n  - x\n", &["a"], "# head\n");
    becomes("a: 1\n", &["b", "a.c", "d[3]"], "a: 1\n");
    becomes("a: 1\r\nb: 2\r\nc: 3\r\n", &["b"], "a: 1\r\nc: 3\r\n");
}

#[test]
fn what_would_do_harm_is_refused() {
    let refused = |before: &str, path: &str| without(before, &[path]).unwrap_err();
    assert_eq!(refused("a:\n  - x\n", "a[0]"), "a[0]: it is all that its list or map has");
    assert_eq!(refused("a: &k 1\nb: *k\n", "a"), "a: it has an anchor, an alias or a tag");
    assert_eq!(refused("a: {b: 1\n", "a"), refused("a: {b: 1\n", "c"));
    assert_eq!(steps("a[0]").len(), 2);
}
