//! "Did you mean": the known word behind a mistyped one.

/// The known word that is nearest to what was typed, if it is near: one slip, or a third of the letters.
pub fn nearest<'a, S>(typed: &str, known: impl IntoIterator<Item = &'a S>) -> Option<&'a str>
where
    S: AsRef<str> + ?Sized + 'a,
{
    let lower = typed.to_lowercase();
    let distance = |word: &str| strsim::damerau_levenshtein(&lower, &word.to_lowercase());
    let (slips, word) = known.into_iter().map(AsRef::as_ref).map(|word| (distance(word), word)).min()?;
    let longest = typed.chars().count().max(word.chars().count());
    let near = longest > 1 && (slips <= 1 || slips * 3 <= longest);
    near.then_some(word)
}
