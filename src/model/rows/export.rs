//! Cells that an export made wrong: a stand-in for an empty cell, or UTF-8 that was read as Windows-1252.

/// What a failed export left in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FailedExport {
    /// A word that a program writes for an empty cell or for a failed formula.
    StandIn,
    /// Letters of a text in UTF-8 that was read as Windows-1252: `MÃ¼ller` for `Müller`.
    WrongEncoding,
}

/// Words that stand for nothing, as programs write them; `Null` may be somebody's name, and is none of them.
const STAND_INS: [&str; 20] = [
    "NULL",
    "null",
    "(null)",
    "<null>",
    "(NULL)",
    "<NULL>",
    "\\N",
    "NaN",
    "nan",
    "NA",
    "N/A",
    "n/a",
    "#N/A",
    "None",
    "none",
    "nil",
    "undefined",
    "NaT",
    "<NA>",
    "[object Object]",
];

/// The values of a spreadsheet's failed formulas, but for what follows in some of them.
const FORMULA_ERRORS: [&str; 10] =
    ["#N/A", "#NV", "#VALUE!", "#WERT!", "#REF!", "#BEZUG!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"];

/// What Windows-1252 has in the places 0x80 to 0x9F; five of them are empty.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What is wrong with a cell's text, if an export has spoiled it.
pub(super) fn failed_export(text: &str) -> Option<FailedExport> {
    let text = text.trim();
    if STAND_INS.contains(&text) || FORMULA_ERRORS.contains(&text) {
        return Some(FailedExport::StandIn);
    }
    text.split_whitespace().any(is_misread).then_some(FailedExport::WrongEncoding)
}

/// Whether a word's letters, taken as bytes of Windows-1252, are UTF-8 of fewer letters. No word of a language that is
/// written with these letters is: it would need a capital such as Ã before a sign such as ¼.
fn is_misread(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let bytes: Option<Vec<u8>> = word.chars().map(byte_of).collect();
    bytes.is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
}

/// The byte of Windows-1252 that stands for `letter`.
fn byte_of(letter: char) -> Option<u8> {
    if let Some(at) = WINDOWS_1252.iter().position(|own| *own == letter) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(letter)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_export_spoiled_is_seen() {
        for stand_in in ["NULL", " null ", "#N/A", "#REF!", "NaN", "undefined", "\\N", "N/A"] {
            assert_eq!(failed_export(stand_in), Some(FailedExport::StandIn), "{stand_in}");
        }
        for misread in
            ["Ann MÃ¼ller", "ZoÃ«", "JosÃ© GarcÃ\u{ad}a", "Å\u{81}ukasz", "donâ€™t lift", "38 Â°C", "WÃ³jcik"]
        {
            assert_eq!(failed_export(misread), Some(FailedExport::WrongEncoding), "{misread}");
        }
        for fine in [
            "Null",
            "Ann Null",
            "Nan Smith",
            "Müller",
            "Zoë",
            "São Paulo",
            "Ñandú",
            "Þóra",
            "Łukasz",
            "Nguyễn Thị Ánh",
            "Â",
            "38 °C",
            "½ hour",
            "“Go slowly”",
            "don’t",
            "none of these hurt",
            "Åse",
            "Ærø",
            "Ωmega",
            "",
        ] {
            assert_eq!(failed_export(fine), None, "{fine}");
        }
    }
}
