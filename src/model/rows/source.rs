//! From bytes to text, and from the text to one that messages may show.

use std::ops::Range;
use std::sync::Arc;

use super::{MAX_BYTES, codes};
use crate::diag::{Finding, Place, Source};

/// The text of a file, without a byte order mark.
pub(super) fn decode<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, Vec<Finding>> {
    if bytes.len() > MAX_BYTES {
        let message = format!("{name} is larger than {} MB", MAX_BYTES / 1_000_000);
        return Err(vec![Finding::error(codes::TOO_MUCH, message).help("divide it into several files")]);
    }
    let utf8 = "save it as “CSV UTF-8”, as spreadsheet programs call it";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(vec![Finding::error(codes::NOT_UTF8, format!("{name} is written in UTF-16")).help(utf8)]);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let good = good.strip_prefix('\u{feff}').unwrap_or(good);
        // The line up to the byte, with nothing in it to read.
        let shown = format!("{good}?");
        let source = hidden(name, &shown, std::slice::from_ref(&(0..good.len())));
        let place = Place { source, span: good.len()..shown.len() };
        vec![
            Finding::error(codes::NOT_UTF8, format!("{name} is not UTF-8 text"))
                .at(&place, "this character is written in another way")
                .help(utf8),
        ]
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// `text` as messages may show it: each character in `ranges` has another of as many bytes in its place, so that all
/// places stay as they are.
pub(super) fn hidden(name: &str, text: &str, ranges: &[Range<usize>]) -> Arc<Source> {
    let mut shown = String::with_capacity(text.len());
    let mut reached = 0;
    for range in ranges {
        let start = range.start.max(reached);
        let end = range.end.max(start);
        shown.push_str(&text[reached..start]);
        shown.extend(text[start..end].chars().map(stand_in));
        reached = end;
    }
    let rest = text[reached..].chars();
    shown.push_str(rest.as_str());
    Source::new(name, shown)
}

/// What stands for hidden characters of one to four bytes.
const STAND_INS: [char; 4] = ['*', '·', '•', '𐄁'];

/// Whether something is hidden at a place.
pub(super) fn is_hidden(place: &Place) -> bool {
    place.source.text[place.span.clone()].contains(STAND_INS)
}

/// What stands for a hidden character; lines stay lines.
const fn stand_in(character: char) -> char {
    match character {
        '\n' | '\r' => character,
        _ => STAND_INS[character.len_utf8() - 1],
    }
}
