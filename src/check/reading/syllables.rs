//! Syllables of English words, counted as the word is read aloud: by rules on its letters, and a list of words that the
//! rules get wrong. Numbers, units and initials count as they are spoken: `30` is “thir-ty”, `MRI` is “em-ar-eye”.

use std::borrow::Cow;

use super::exceptions::EXCEPTIONS;

/// Endings before which an `e` stays silent, with their syllables.
const SUFFIXES: &[(&str, usize)] = &[
    ("fully", 2),
    ("thing", 1),
    ("times", 1),
    ("ments", 1),
    ("ment", 1),
    ("less", 1),
    ("ness", 1),
    ("time", 1),
    ("ful", 1),
    ("ly", 1),
    ("ty", 1),
];

/// First halves of compounds, one syllable each, whose last `e` stays silent.
const FIRST_HALVES: &[&str] =
    &["some", "side", "home", "life", "time", "there", "where", "base", "space", "face", "pace"];

/// How many syllables a word has, as it stands in a text with its hyphens and apostrophes; 0 for what is not a word.
#[must_use]
pub fn syllables(word: &str) -> usize {
    match word.trim_matches(|c: char| !c.is_alphanumeric() && c != '°' && c != '%') {
        "°C" => return 4,
        "°F" => return 5,
        _ => {}
    }
    let straight = if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) };
    let mut count = 0;
    for part in straight.split(['-', '–', '—', '/', '&', '°']).filter(|part| !part.is_empty()) {
        count += of_part(part);
    }
    count + word.matches('%').count() * 2 + usize::from(word.contains('&'))
}

/// Runs of digits and runs of letters, each by its own rules.
fn of_part(part: &str) -> usize {
    let mut count = 0;
    let mut rest = part.trim_matches(|c: char| !c.is_alphanumeric());
    while let Some(first) = rest.chars().next() {
        let in_run = |c: char| match first.is_ascii_digit() {
            true => c.is_ascii_digit() || c == '.' || c == ',',
            false => !c.is_ascii_digit(),
        };
        let end = rest.find(|c| !in_run(c)).unwrap_or(rest.len());
        count += if first.is_ascii_digit() { of_number(&rest[..end]) } else { of_letters(&rest[..end]) };
        rest = &rest[end..];
    }
    count
}

/// A number as it is read out: `100.4` is “one hundred point four”.
fn of_number(text: &str) -> usize {
    let text = text.replace(',', "");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.parse::<u64>().map_or(whole.len(), of_whole);
    let digit = |c: char| c.to_digit(10).map_or(0, |digit| below_hundred(digit as usize));
    whole + if decimals.is_empty() { 0 } else { 1 + decimals.chars().map(digit).sum::<usize>() }
}

fn of_whole(number: u64) -> usize {
    let above = |scale: u64, own: usize| match number % scale {
        0 => of_whole(number / scale) + own,
        rest => of_whole(number / scale) + own + of_whole(rest),
    };
    match number {
        0..100 => below_hundred(number as usize),
        100..1_000 => above(100, 2) + usize::from(!number.is_multiple_of(100)),
        1_000..1_000_000 => above(1_000, 2),
        _ => above(1_000_000, 2),
    }
}

fn below_hundred(number: usize) -> usize {
    const TEENS: [usize; 20] = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
    let ones = |one: usize| if one == 0 { 0 } else { TEENS[one] };
    match number {
        0..20 => TEENS[number],
        70..80 => 3 + ones(number % 10),
        _ => 2 + ones(number % 10),
    }
}

/// A run of letters: initials, or a word.
fn of_letters(run: &str) -> usize {
    let lower = run.to_lowercase();
    if let Some(known) = known(&lower) {
        return known;
    }
    let capitals = run.chars().filter(|c| c.is_uppercase()).count();
    // `MRI`, `hCG`; a capital alone is read as its name too.
    if run.len() <= 5 && (capitals == run.chars().count() || capitals > 1) {
        return run.chars().map(|c| if c == 'W' { 3 } else { 1 }).sum();
    }
    of_word(&lower)
}

/// The count of a word on the list, or of the word that it is a simple form of.
fn known(word: &str) -> Option<usize> {
    let find = |word: &str| {
        let at = EXCEPTIONS.binary_search_by_key(&word, |(known, _)| *known).ok()?;
        Some(EXCEPTIONS[at].1)
    };
    let plural = |word: &str| {
        let stem = word.strip_suffix('s')?;
        let silent = !stem.ends_with(['s', 'x', 'z', 'c', 'g']) && !ends_in_hiss(stem);
        find(stem).map(|count| count + usize::from(!silent))
    };
    find(word).or_else(|| plural(word))
}

/// Whether a plural or possessive `s` after the word adds a syllable.
fn ends_in_hiss(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"].iter().any(|end| word.ends_with(end))
}

/// A word by the rules: its endings first, then its groups of vowels.
fn of_word(word: &str) -> usize {
    if let Some(known) = known(word) {
        return known;
    }
    if let Some((stem, ending)) = word.split_once('\'') {
        let negation = ending == "t" && stem.strip_suffix('n').is_some_and(|verb| verb.ends_with(is_plain_consonant));
        let possessive = ending == "s" && ends_in_hiss(stem);
        let stem = if ending == "t" { stem.strip_suffix('n').unwrap_or(stem) } else { stem };
        return of_word(stem) + usize::from(negation) + usize::from(possessive);
    }
    if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 1 && stem.ends_with(is_vowel)) {
        return of_word(stem) + 1;
    }
    for (suffix, count) in SUFFIXES {
        if let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() > 2 && ends_in_silent_e(stem)) {
            return of_word(stem) + count;
        }
    }
    for half in FIRST_HALVES {
        if let Some(rest) = word.strip_prefix(half).filter(|rest| rest.len() > 2 && !rest.starts_with(is_vowel)) {
            return 1 + of_word(rest);
        }
    }
    if let Some(stem) = word.strip_suffix("es") {
        let spoken = stem.ends_with(['s', 'x', 'z', 'c', 'g']) || stem.ends_with("ch") || stem.ends_with("sh");
        return if spoken { groups(stem) + 1 } else { of_word(&word[..word.len() - 1]) };
    }
    if let Some(stem) = word.strip_suffix("ed").filter(|stem| stem.contains(is_vowel)) {
        if stem.ends_with(['t', 'd']) || ends_in_liquid(stem) {
            return groups(stem) + 1;
        } else if !stem.ends_with(['e', 'i']) {
            return groups(stem).max(1);
        }
    }
    if let Some(stem) = word.strip_suffix('e').filter(|stem| stem.ends_with(|c| !is_vowel(c))) {
        return if ends_in_liquid(stem) { groups(stem) + 1 } else { groups(stem).max(1) };
    }
    let hum = ["ism", "isms", "asm", "asms", "thm", "thms"].iter().any(|end| word.ends_with(end));
    (groups(word) + usize::from(hum)).max(1)
}

/// Whether the word ends in a consonant and `l` or `r`, which make a syllable with a silent `e`: `musc-le`, `cent-re`.
fn ends_in_liquid(stem: &str) -> bool {
    let mut last = stem.chars().rev();
    matches!(last.next(), Some('l' | 'r')) && last.next().is_some_and(|c| !is_vowel(c) && c != 'l' && c != 'r')
}

fn ends_in_silent_e(stem: &str) -> bool {
    stem.strip_suffix('e').is_some_and(|rest| rest.ends_with(|c| !is_vowel(c)))
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é')
}

const fn is_plain_consonant(c: char) -> bool {
    !is_vowel(c) && c != 'r'
}

/// Groups of vowels, split where two of them are read apart.
fn groups(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| letters.get(index)).copied().unwrap_or(' ');
    let mut count = 0;
    let mut in_group = false;
    for (index, &letter) in letters.iter().enumerate() {
        let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
        let is_glide = match letter {
            'y' => is_vowel(after) && (index == 0 || is_vowel(before)),
            'u' => before == 'q' || (before == 'g' && is_vowel(after)),
            _ => false,
        };
        if !is_vowel(letter) || is_glide {
            in_group = false;
            continue;
        }
        let apart = in_group && reads_apart(&letters, index);
        count += usize::from(!in_group || apart);
        in_group = true;
    }
    count
}

/// Whether the vowel at `index` starts a syllable of its own after the vowel before it.
fn reads_apart(letters: &[char], index: usize) -> bool {
    let at = |index: Option<usize>| index.and_then(|index| letters.get(index)).copied().unwrap_or(' ');
    let (lead, first, second) = (at(index.checked_sub(2)), letters[index - 1], letters[index]);
    let (after, end) = (at(Some(index + 1)), at(Some(index + 2)));
    let hushed = matches!(lead, 't' | 'c' | 's' | 'g' | 'x' | 'h');
    match (first, second) {
        ('i', 'a') => !(hushed || after == 'g' && matches!(end, 'e' | ' ')),
        ('i', 'o') => !hushed,
        ('i', 'e') if after == 'n' => matches!(end, 't' | 'c') && !hushed,
        ('i', 'e') if after == 't' => true,
        ('i', 'e') => {
            let rest: String = letters[index..].iter().collect();
            matches!(rest.as_str(), "er" | "est" | "ers") && index > 3
        }
        ('e', 'o') => lead != 'g',
        ('u', 'e') => after == 'n',
        ('y', 'a' | 'o' | 'u' | 'i') | ('i', 'u') | ('u', 'a' | 'o') | ('a', 'o') => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{EXCEPTIONS, syllables};

    #[test]
    fn exceptions_are_in_order_to_be_found() {
        assert!(EXCEPTIONS.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn words_are_counted_as_they_are_read_aloud() {
        for (word, count) in [
            ("back", 1),
            ("muscles", 2),
            ("pregnancy", 3),
            ("heavier", 3),
            ("carrying", 3),
            ("tightenings", 3),
            ("doesn’t", 2),
            ("baby’s", 2),
            ("side-lying", 3),
            ("movement", 2),
            ("squeezed", 1),
            ("lifted", 2),
            ("rhythm", 2),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn numbers_and_initials_are_counted_as_they_are_spoken() {
        for (word, count) in [
            ("30", 2),
            ("150", 6),
            ("100.4", 5),
            ("12", 1),
            ("17", 3),
            ("MRI", 3),
            ("hCG", 3),
            ("A&E", 3),
            ("°C", 4),
            ("—", 0),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
