//! Syllables of Spanish words by the rules of its spelling (RAE, Ortografía 2010): each vowel group is one syllable, but
//! for two strong vowels, a stressed weak vowel beside a strong one, and two of the same. Numbers count as they are read.

/// Capitals are read letter by letter when there is no vowel to read them by, or when they are few.
const SPELLED_LENGTH: usize = 3;

/// How many syllables a word has, as it stands in a text with its marks; 0 for what is not a word.
#[must_use]
pub fn syllables(word: &str) -> usize {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '°' && c != '%');
    match word {
        "°C" => return 5,
        "°F" => return 6,
        _ => {}
    }
    let parts = word.split(['-', '–', '—', '/', '°']).filter(|part| !part.is_empty());
    parts.map(of_part).sum::<usize>() + word.matches('%').count() * 3
}

fn of_part(part: &str) -> usize {
    let digits: String = part.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    if digits.starts_with(|c: char| c.is_ascii_digit()) {
        let (whole, decimals) = digits.trim_matches('.').split_once('.').unwrap_or((digits.trim_matches('.'), ""));
        let point = if decimals.is_empty() { 0 } else { 2 };
        let decimals: usize = decimals.chars().filter_map(|c| c.to_digit(10)).map(|d| of_number(u64::from(d))).sum();
        return whole.parse().map_or(whole.len(), of_number) + point + decimals;
    }
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 1 && letters <= SPELLED_LENGTH && part.chars().all(char::is_uppercase) {
        return part.chars().map(of_letter).sum();
    }
    let letters: Vec<char> = part.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    nuclei(&letters).max(usize::from(!letters.is_empty()))
}

/// A letter by its name: `F` is “efe”, `W` “doble u”.
const fn of_letter(letter: char) -> usize {
    if matches!(letter, 'W' | 'Y' | 'X' | 'Z' | 'J' | 'H' | 'F' | 'L' | 'M' | 'N' | 'R' | 'S' | 'Ñ') { 2 } else { 1 }
}

/// A number as it is read out: `38` is “treinta y ocho”.
fn of_number(number: u64) -> usize {
    const SMALL: [usize; 30] =
        [2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 3, 4, 3, 4, 2, 3, 3, 3, 4, 4, 3, 4, 3, 4];
    const TENS: [usize; 10] = [0, 0, 0, 2, 3, 3, 3, 3, 3, 3];
    const HUNDREDS: [usize; 10] = [0, 2, 3, 3, 4, 3, 3, 4, 4, 4];
    match number {
        0..30 => SMALL[number as usize],
        30..100 if number.is_multiple_of(10) => TENS[number as usize / 10],
        30..100 => TENS[number as usize / 10] + 1 + SMALL[number as usize % 10],
        100 => 1,
        101..1_000 if number.is_multiple_of(100) => HUNDREDS[number as usize / 100],
        101..1_000 => HUNDREDS[number as usize / 100] + of_number(number % 100),
        1_000..2_000 if number == 1_000 => 1,
        1_000..2_000 => 1 + of_number(number % 1_000),
        2_000..1_000_000 if number.is_multiple_of(1_000) => of_number(number / 1_000) + 1,
        2_000..1_000_000 => of_number(number / 1_000) + 1 + of_number(number % 1_000),
        _ => number.to_string().len() * 2,
    }
}

/// Vowels that are the heart of a syllable.
fn nuclei(letters: &[char]) -> usize {
    let mut count = 0;
    let mut before: Option<char> = None;
    for (index, &letter) in letters.iter().enumerate() {
        let after = letters.get(index + 1).copied();
        let previous = index.checked_sub(1).map(|index| letters[index]);
        match letter {
            // An `h` between vowels is not heard and parts nothing: `prohi-bir`, but `pro-hí-be`.
            'h' => continue,
            // The `u` of `que`, `qui`, `gue`, `gui` is silent.
            'u' if previous == Some('q') => continue,
            'u' if previous == Some('g') && after.is_some_and(|c| matches!(c, 'e' | 'é' | 'i' | 'í')) => continue,
            // A `y` before a vowel is a consonant; at the end, or by itself, a vowel.
            'y' if after.is_some_and(is_vowel) => before = None,
            _ if is_vowel(letter) => {
                let apart = before.is_none_or(|before| hiatus(before, letter));
                count += usize::from(apart);
                before = Some(letter);
            }
            _ => before = None,
        }
    }
    count
}

const fn is_vowel(c: char) -> bool {
    is_strong(c) || is_stressed_weak(c) || matches!(c, 'i' | 'u' | 'ü' | 'y')
}

const fn is_strong(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'o' | 'á' | 'é' | 'ó')
}

const fn is_stressed_weak(c: char) -> bool {
    matches!(c, 'í' | 'ú')
}

/// Whether two vowels side by side are of two syllables: two strong ones, a stressed weak one by a strong one, twins.
const fn hiatus(first: char, second: char) -> bool {
    (is_strong(first) && is_strong(second))
        || (is_strong(first) && is_stressed_weak(second))
        || (is_stressed_weak(first) && is_strong(second))
        || matches!((first, second), ('i', 'i' | 'í') | ('u', 'u' | 'ú'))
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn spanish_words_are_counted_as_they_are_spelled() {
        for (word, count) in [
            ("embarazo", 4),
            ("diarrea", 3),
            ("columna", 3),
            ("fisioterapeuta", 6),
            ("guía", 2),
            ("quiropráctico", 5),
            ("rehúya", 3),
            ("prohibido", 3),
            ("cohibir", 2),
            ("hoy", 1),
            ("ayuda", 3),
            ("y", 1),
            ("pingüino", 3),
            ("38", 5),
            ("100", 1),
            ("2026", 5),
            ("—", 0),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
