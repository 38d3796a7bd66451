//! "Did you mean": the known word behind a mistyped one.

/// The known word that is nearest to what was typed, if it is near: one slip, or a third of the letters.
pub fn nearest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let lower = typed.to_lowercase();
    let distance = |word: &str| strsim::damerau_levenshtein(&lower, &word.to_lowercase());
    let (slips, word) = known.iter().map(|word| (distance(word), *word)).min()?;
    let longest = typed.chars().count().max(word.chars().count());
    let near = longest > 1 && (slips <= 1 || slips * 3 <= longest);
    near.then_some(word)
}
