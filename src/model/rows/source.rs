//! From bytes to text.

use super::{MAX_BYTES, codes};
use crate::diag::{Finding, Place};
use crate::model::hidden;

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
        let source = hidden::covered(name, &shown, std::slice::from_ref(&(0..good.len())));
        let place = Place { source, span: good.len()..shown.len() };
        vec![
            Finding::error(codes::NOT_UTF8, format!("{name} is not UTF-8 text"))
                .at(&place, "this character is written in another way")
                .help(utf8),
        ]
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
