//! Characters that are not plain text: which are put right without a word, which steer the layout and are not shown,
//! and which cannot be printed and are named.
//!
//! Texts come out of word processors, web pages and telephones, with characters in them that nobody sees.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` with its invisible characters put right:
///
/// - Left out: soft hyphens (clear print does not divide words), byte order marks, the embedding marks that some
///   programs put round telephone numbers (U+202A to U+202C), variation selectors, and joiners that stand beside no
///   letter of a joined script.
/// - Line ends: those of all systems and of word processors are `\n`.
/// - Spaces: tabs and spaces of other widths are spaces, narrow ones that do not break are no-break spaces.
/// - Letters are composed (NFC, UAX 15), so that a letter with its accent has the typeface's own shape.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        let kept = match c {
            '\r' if rest.peek() == Some(&'\n') => None,
            '\u{200c}' | '\u{200d}' => {
                let joined = [before, rest.peek().copied()].into_iter().flatten().any(super::is_right_to_left);
                joined.then_some(c)
            }
            _ => put_right(c),
        };
        cleaned.extend(kept);
        before = Some(c);
    }
    if is_nfc_quick(cleaned.chars()) == IsNormalized::Yes {
        Cow::Owned(cleaned)
    } else {
        Cow::Owned(cleaned.nfc().collect())
    }
}

/// What a character is printed as; nothing when it is left out.
const fn put_right(c: char) -> Option<char> {
    Some(match c {
        '\u{ad}' | '\u{feff}' | '\u{202a}'..='\u{202c}' | '\u{fe00}'..='\u{fe0f}' => return None,
        '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2007}' | '\u{202f}' => '\u{a0}',
        '\t' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => ' ',
        other => other,
    })
}

/// Marks that have no shape and are not read: where a line may end or not (U+200B, U+2060), and what direction a stretch
/// of text has (UAX 9). They steer the layout and reach neither the page nor the text of the file.
#[must_use]
pub const fn is_steering(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// `text` without the marks that steer the layout.
#[must_use]
pub fn without_steering(text: &str) -> String {
    text.chars().filter(|c| !is_steering(*c)).collect()
}

/// Why a character can never be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is, such as `a control character`.
    pub what: &'static str,
    /// What to do about it.
    pub help: &'static str,
}

/// What is wrong with a character that no typeface can help with; nothing for all others.
#[must_use]
pub const fn fault(c: char) -> Option<Fault> {
    let (what, help) = match c {
        '\u{202d}' | '\u{202e}' => (
            "an invisible mark that turns the order of letters round",
            "type the words around it again; telephones put it round numbers that are copied",
        ),
        '\u{fffc}' => ("the mark of a picture or object that was pasted", "leave it out"),
        '\u{fffd}' => (
            "the mark of a letter that was lost when the text was converted",
            "type the letter that belongs there, or save the file as UTF-8 and export it again",
        ),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => (
            "a sign of a symbol font, such as a bullet or a tick of a word processor",
            "leave it out, or type `-` or `✓`",
        ),
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => return None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
            ("a control character", "leave it out; it may come from a file that was read in the wrong encoding")
        }
        '\u{e0000}'..='\u{e007f}' => ("an invisible tag", "leave it out"),
        '\u{fdd0}'..='\u{fdef}' => ("not a character", "leave it out"),
        other if other as u32 & 0xfffe == 0xfffe => ("not a character", "leave it out"),
        _ => return None,
    };
    Some(Fault { what, help })
}

/// What an invisible or foreign character is called, for messages about the layout of a file: spaces that are not the
/// space of the keyboard, marks without width, and signs of the width of an ideograph.
#[must_use]
pub const fn foreign_name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' => "a no-break space",
        '\u{202f}' | '\u{2007}' => "a narrow or wide no-break space",
        '\u{3000}' => "a space of the width of an ideograph",
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' => "a space of another width",
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => "a mark without width",
        '\u{ad}' => "a soft hyphen",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "an invisible direction mark"
        }
        '\u{2028}' | '\u{2029}' | '\u{85}' => "a line end of a word processor",
        '\u{ff1a}' => "a wide colon",
        '\u{ff0d}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => "a dash that is not the hyphen of the keyboard",
        '\u{ff03}' => "a wide number sign",
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{ff02}' => "a curly or wide quotation mark",
        '\u{2018}'..='\u{201b}' | '\u{ff07}' => "a curly or wide apostrophe",
        '\u{ff01}'..='\u{ff5e}' => "a sign of the width of an ideograph",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_put_right() {
        for (typed, printed) in [
            ("physio\u{ad}therapy", "physiotherapy"),
            ("38\u{a0}°C", "38\u{a0}°C"),
            ("38\u{202f}°C", "38\u{a0}°C"),
            ("a\tb\u{2003}c", "a b c"),
            ("one\r\ntwo\rthree\u{b}four\u{2028}five", "one\ntwo\nthree\nfour\nfive"),
            ("\u{feff}Ann", "Ann"),
            ("\u{202a}01632 960200\u{202c}", "01632 960200"),
            ("Zoe\u{308}", "Zoë"),
            ("✓\u{fe0f}", "✓"),
            ("a\u{200d}b", "ab"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("3*10 is plain.", "3*10 is plain."),
        ] {
            assert_eq!(clean(typed), printed, "{typed:?}");
        }
    }

    #[test]
    fn what_can_never_be_printed_is_named() {
        for c in ['\u{202e}', '\u{fffc}', '\u{fffd}', '\u{f0b7}', '\u{7}', '\u{96}', '\u{ffff}', '\u{e0041}'] {
            assert!(fault(c).is_some(), "{c:?}");
        }
        for c in ['a', '\n', '\t', '\u{a0}', '漢', 'ﻼ', '\u{2066}', '\u{301}'] {
            assert_eq!(fault(c), None, "{c:?}");
        }
    }
}
