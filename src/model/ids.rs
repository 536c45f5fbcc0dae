//! Ids that name files. File names are seen in folders, logs and mails, so an id tells nothing of the patient.

/// The longest id, in characters.
pub const MAX_ID: usize = 100;
/// The fewest letters that count as a part of a name.
const FEWEST: usize = 3;
/// Names that Windows keeps for itself, whatever ending follows.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
/// Words that ids are made of. The beginning of a name that is one of them is no part of her name; a name that is one of
/// them is.
const USUAL: &[&str] = &[
    "ante", "app", "appt", "apr", "april", "aug", "august", "batch", "bed", "book", "case", "clinic", "code", "day",
    "dec", "enc", "feb", "file", "fri", "jan", "jul", "july", "jun", "june", "mar", "march", "mat", "may", "med",
    "mon", "month", "mrn", "new", "nov", "num", "number", "oct", "pat", "patient", "post", "ref", "room", "row", "sat",
    "sep", "sept", "sheet", "sun", "thu", "time", "tue", "visit", "ward", "wed", "week",
];

/// Why an id cannot name a file, in words; nothing when it can.
#[must_use]
pub fn fault(id: &str) -> Option<String> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    match () {
        () if id.is_empty() || !id.bytes().all(fits) => {
            Some("an id has letters from a to z, digits, `-` and `_`, no others".to_owned())
        }
        () if id.len() > MAX_ID => Some(format!("an id has {MAX_ID} characters at most")),
        () if is_reserved(id) => Some("some computers keep this name for themselves".to_owned()),
        () => None,
    }
}

/// Whether Windows keeps a name for itself: `con`, `nul`, `com1` and the like.
fn is_reserved(id: &str) -> bool {
    let lower = id.to_ascii_lowercase();
    let name = lower.strip_suffix(|last: char| last.is_ascii_digit() && lower.len() == 4).unwrap_or(&lower);
    RESERVED.contains(&name) && (name.len() == lower.len()) != matches!(name, "com" | "lpt")
}

/// Whether an id holds a part of a name: a word of it of three letters or more, or a beginning of one that stands by
/// itself in the id. Accents and capitals make no difference; a short name counts when it stands by itself.
#[must_use]
pub fn holds_part(id: &str, name: &str) -> bool {
    let id = id.to_lowercase();
    let pieces: Vec<String> = words(&plain(&id, false));
    let joined = pieces.concat();
    [false, true].into_iter().any(|doubled| {
        let name = words(&plain(&name.to_lowercase(), doubled));
        let whole = name.concat();
        let holds = |word: &String| {
            let long = word.chars().count() >= FEWEST;
            let begins = |piece: &String| {
                piece.chars().count() >= FEWEST && word.starts_with(piece) && !USUAL.contains(&piece.as_str())
            };
            long && (id.contains(word) || pieces.iter().any(begins)) || whole == *word && pieces.contains(word)
        };
        name.iter().any(holds) || (whole.chars().count() >= FEWEST && joined.contains(&whole))
    })
}

/// The runs of letters in a text.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Lower-case letters without accents, as ids have them; `doubled` writes `ü` as `ue` and the like.
fn plain(text: &str, doubled: bool) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    let mut plain = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            'ä' | 'ö' | 'ü' | 'å' | 'ø' if doubled => plain.push_str(match c {
                'ä' => "ae",
                'å' => "aa",
                'ü' => "ue",
                _ => "oe",
            }),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ı' => plain.push('i'),
            '\'' | '’' | '\u{ad}' => {}
            other => plain.extend(std::iter::once(other).nfd().filter(|c| !is_combining_mark(*c))),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_is_found_however_it_is_written() {
        for (id, name) in [
            ("smith_ann", "Ann Smith"),
            ("x-annsmith", "Ann Smith"),
            ("visit-ANN", "Ann Smith"),
            ("v0412smith", "Ann Smith"),
            ("mueller-12", "Ute Müller"),
            ("muller-12", "Ute Müller"),
            ("mull-12", "Ute Müller"),
            ("ohara7", "Mary O'Hara"),
            ("strauss1", "Eva Strauß"),
            ("lucja", "Łucja Dvořáková"),
            ("dvorakova-3", "Łucja Dvořáková"),
            ("may-12", "May Wong"),
            ("li-3", "Li"),
            ("ng_wu_4", "Ng Wu"),
            ("nguyen1", "Nguye\u{302}\u{303}n Hong"),
        ] {
            assert!(holds_part(id, name), "{id}: {name}");
        }
        for (id, name) in [
            ("visit-0412", "Ann Smith"),
            ("visit-0412", "Eve Davis"),
            ("pat-0412", "Sunita Patel"),
            ("mar-3-12", "Maria Lopez"),
            ("v0412", "Vo Li"),
            ("a1", "Ann Smith"),
            ("al-3", "Al Wu"),
            ("0412", "王小明"),
            ("0412", ""),
        ] {
            assert!(!holds_part(id, name), "{id}: {name}");
        }
    }

    #[test]
    fn an_id_can_name_a_file_on_every_computer() {
        for id in ["", "a b", "../v1", "a\\b", "é", "CON", "nul", "com1", "lpt9", "a.b", &"a".repeat(MAX_ID + 1)] {
            assert!(fault(id).is_some(), "{id}");
        }
        for id in ["v1", "-", "_", "com", "com10", "console", "-rf", &"a".repeat(MAX_ID)] {
            assert_eq!(fault(id), None, "{id}");
        }
    }
}
