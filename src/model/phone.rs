//! Telephone numbers: printed as typed, linked as RFC 3966 has it, or refused.
//!
//! This reads what brands hold: one number, its spaces, hyphens and brackets, a national `(0)`, an extension. The crate
//! `phonenumber` would bring the numbering plans of all countries, regular expressions and a build step to read them; a
//! brand's numbers are checked by whoever answers them.

use std::fmt;

/// The most digits of an international number (ITU-T E.164).
const MOST_DIGITS: usize = 15;
/// Up to so many digits a number is a short one, such as 999 or 116 123, and is dialled as it is.
const SHORT: usize = 6;

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    shown: String,
    uri: String,
}

/// Why a text is no telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPhone {
    /// What is wrong.
    pub why: &'static str,
    /// What to write.
    pub help: &'static str,
}

/// What a country dials: the code of the country, and what stands before a number within it.
struct Plan {
    code: &'static str,
    trunk: &'static str,
    /// How many digits a number has behind that.
    digits: std::ops::RangeInclusive<usize>,
    /// What stands before the code of another country.
    abroad: &'static str,
}

/// The plan of a country, by its two capitals (ISO 3166-1), where it is known.
fn plan(country: Option<&str>) -> Option<Plan> {
    match country? {
        // Ofcom, National Telephone Numbering Plan.
        "GB" => Some(Plan { code: "44", trunk: "0", digits: 9..=10, abroad: "00" }),
        // North American Numbering Plan.
        "US" | "CA" => Some(Plan { code: "1", trunk: "1", digits: 10..=10, abroad: "011" }),
        // Urząd Komunikacji Elektronicznej, national numbering plan.
        "PL" => Some(Plan { code: "48", trunk: "", digits: 9..=9, abroad: "00" }),
        _ => None,
    }
}

impl Phone {
    /// The number that `text` holds; `country` is the one that it is dialled in, by its two capitals.
    ///
    /// # Errors
    /// When it holds letters, two numbers, or too few or too many digits.
    pub fn read(text: &str, country: Option<&str>) -> Result<Self, NoPhone> {
        let shown = text.trim();
        let small: String = shown.to_lowercase().chars().map(plain).collect();
        let (number, extension) = split_extension(&small)?;
        let (is_international, digits) = digits(number, country)?;
        let digits = match (is_international, plan(country)) {
            (true, _) => format!("+{digits}"),
            (false, Some(plan)) => national(&digits, &plan),
            (false, None) => digits,
        };
        let extension = extension.map_or_else(String::new, |extension| format!(";ext={extension}"));
        Ok(Self { shown: shown.to_owned(), uri: format!("tel:{digits}{extension}") })
    }

    /// The number as it is printed.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Its address for a link.
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.uri
    }
}

/// The number, and the digits of its extension.
fn split_extension(text: &str) -> Result<(&str, Option<String>), NoPhone> {
    const NAMES: [&str; 5] = ["extension", "ext.", "ext", "x", "#"];
    let Some((at, name)) = NAMES.iter().find_map(|name| Some((text.find(name)?, name))) else {
        return Ok((text, None));
    };
    let digits: String = text[at + name.len()..].chars().filter(|c| !matches!(c, ' ' | '.' | ':' | ')')).collect();
    match (1..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Ok((text[..at].trim_end_matches([' ', ',', ';', '(']), Some(digits))),
        false => Err(NoPhone { why: "the extension is not a number", help: "write it as in `01632 960 100 ext. 4`" }),
    }
}

/// Whether a number begins with the code of a country, and its digits, without a national `(0)`.
fn digits(number: &str, country: Option<&str>) -> Result<(bool, String), NoPhone> {
    if number.chars().any(char::is_alphabetic) {
        return Err(NoPhone {
            why: "there are letters in it",
            help: "write the number alone, as it is dialled; hours and names have parts of their own",
        });
    }
    let several = NoPhone { why: "this is more than one number", help: "write one; each number has a part of its own" };
    let parts = number.split(['/', ',', ';', '&']).map(|part| part.chars().filter(char::is_ascii_digit).count());
    if parts.filter(|count| *count > 3).count() > 1 || number.matches('+').count() > 1 {
        return Err(several);
    }
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '+');
    if !number.chars().all(is_part) || number.trim_start_matches(['(', ' ']).find('+').is_some_and(|at| at > 0) {
        return Err(NoPhone { why: "there is a sign in it that cannot be dialled", help: "write digits and spaces" });
    }
    let bare = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let abroad = plan(country).map_or("00", |plan| plan.abroad);
    let all = bare(number);
    let (is_international, mut digits) = match (number.contains('+'), all.strip_prefix(abroad)) {
        (true, _) => (true, bare(&number.replacen("(0)", "", 1))),
        (false, Some(_)) => (true, bare(&number.replacen("(0)", "", 1))[abroad.len()..].to_owned()),
        (false, None) => (false, all),
    };
    // Behind +44 no number begins with 0.
    if is_international && digits.starts_with("440") {
        digits.remove(2);
    }
    match digits.len() {
        0..3 => Err(NoPhone { why: "there is no number to dial", help: "write it as in `01632 960 100`" }),
        3..=MOST_DIGITS => Ok((is_international, digits)),
        _ => Err(several),
    }
}

/// A number as it is dialled within a country, in its international form; short numbers stay.
fn national(digits: &str, plan: &Plan) -> String {
    let behind = digits.strip_prefix(plan.trunk);
    // In North America the 1 may be left out.
    let behind =
        behind.filter(|rest| plan.digits.contains(&rest.len())).or((plan.code == plan.trunk).then_some(digits));
    match behind.filter(|rest| digits.len() > SHORT && plan.digits.contains(&rest.len())) {
        Some(rest) => format!("+{}{rest}", plan.code),
        None => digits.to_owned(),
    }
}

/// A character as it is dialled: other digits, spaces and hyphens are plain ones.
fn plain(c: char) -> char {
    let digit = |zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c);
    match c {
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        '‐'..='―' | '−' => '-',
        '＋' => '+',
        c if c.is_whitespace() => ' ',
        other => other,
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_linked_as_they_are_dialled() {
        for (text, locale, uri) in [
            ("01632 960 100", Some("GB"), "tel:+441632960100"),
            ("(01632) 960-100", Some("GB"), "tel:+441632960100"),
            ("020 7946 0123", Some("GB"), "tel:+442079460123"),
            ("+44 1632 960100", Some("GB"), "tel:+441632960100"),
            ("+44 (0)1632 960100", Some("GB"), "tel:+441632960100"),
            ("+44 (0) 1632 960100", Some("US"), "tel:+441632960100"),
            ("+44 01632 960100", Some("GB"), "tel:+441632960100"),
            ("0044 1632 960100", Some("GB"), "tel:+441632960100"),
            ("(+44) 1632 960100", Some("GB"), "tel:+441632960100"),
            ("01632 960111 ext. 4", Some("GB"), "tel:+441632960111;ext=4"),
            ("01632 960111 x4", Some("GB"), "tel:+441632960111;ext=4"),
            ("01632 960111, extension 204", Some("GB"), "tel:+441632960111;ext=204"),
            ("01632 960111 (ext 4)", Some("GB"), "tel:+441632960111;ext=4"),
            ("999", Some("GB"), "tel:999"),
            ("111", Some("GB"), "tel:111"),
            ("911", Some("US"), "tel:911"),
            ("988", Some("US"), "tel:988"),
            ("112", None, "tel:112"),
            ("116 123", Some("GB"), "tel:116123"),
            ("0800 1111", Some("GB"), "tel:08001111"),
            ("(555) 555-0123", Some("US"), "tel:+15555550123"),
            ("1-555-555-0123", Some("US"), "tel:+15555550123"),
            ("555-0123", Some("US"), "tel:5550123"),
            ("011 44 1632 960100", Some("US"), "tel:+441632960100"),
            ("٠١٦٣٢ ٩٦٠١٠٠", Some("GB"), "tel:+441632960100"),
            ("+39 06 1234 5678", Some("GB"), "tel:+390612345678"),
        ] {
            let found = Phone::read(text, locale);
            assert_eq!(found.as_ref().map(Phone::uri), Ok(uri), "{text}");
            assert_eq!(found.as_ref().map(Phone::shown), Ok(text), "it is printed as typed");
        }
    }

    #[test]
    fn what_is_no_number_or_more_than_one_is_refused() {
        for (text, why) in [
            ("01632 960111 or 01632 960112", "letters"),
            ("01632 960111 / 01632 960112", "more than one"),
            ("01632 960111, 960112", "more than one"),
            ("01632 960111 01632 960112", "more than one"),
            ("+44 1632 960111 +44 1632 960112", "more than one"),
            ("0800 FLOWERS", "letters"),
            ("call the ward", "letters"),
            ("tel:01632960100", "letters"),
            ("", "no number"),
            ("12", "no number"),
            ("01632 960111 ext. four", "extension"),
            ("01632*960111", "sign"),
            ("1632+960111", "sign"),
        ] {
            let found = Phone::read(text, Some("GB"));
            assert!(found.clone().is_err_and(|no| no.why.contains(why)), "{text}: {found:?}");
        }
    }

    proptest! {
        #[test]
        fn a_link_holds_nothing_that_cannot_be_dialled(text in "\\PC{0,20}|[0-9 +()ext./-]{0,24}") {
            for country in [Some("GB"), Some("US"), Some("PL"), None] {
                let Ok(phone) = Phone::read(&text, country) else { continue };
                let digits = phone.uri().strip_prefix("tel:").expect("a number");
                let (number, extension) = digits.split_once(";ext=").unwrap_or((digits, "0"));
                let number = number.strip_prefix('+').unwrap_or(number);
                prop_assert!((3..=15).contains(&number.len()), "{}", digits);
                prop_assert!(number.bytes().chain(extension.bytes()).all(|byte| byte.is_ascii_digit()), "{}", digits);
            }
        }
    }
}
