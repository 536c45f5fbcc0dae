//! A paragraph made ready for the shaper: numbers that stay whole, and directions that are kept apart.
//!
//! The spaces inside a number become no-break spaces, and among letters from right to left each number is isolated
//! (U+2066 to U+2069, UAX 9). Both are for the shaper alone: every byte of the prepared text knows which bytes of the text
//! it stands for, and what was put in stands for none, so that neither reaches the page or the text of the file.

use std::ops::Range;

use super::numbers;
use crate::model::text::{is_right_to_left, is_steering};

/// A prepared text, and which part of the original each part of it stands for.
pub(super) struct Prepared<'t> {
    original: &'t str,
    /// The text for the shaper.
    pub text: String,
    /// Where the two run differently: from this byte of the prepared text on, it is this byte of the original.
    anchors: Vec<(usize, usize)>,
}

impl<'t> Prepared<'t> {
    /// Prepares a paragraph whose main direction is given.
    pub fn new(original: &'t str, right_to_left: bool) -> Self {
        let turned = right_to_left || original.chars().any(is_right_to_left);
        let mut prepared = Self { original, text: String::with_capacity(original.len() + 16), anchors: vec![(0, 0)] };
        let mut at = 0;
        if turned || original.bytes().any(|byte| byte.is_ascii_digit()) || !original.is_ascii() {
            for number in numbers::whole(original, turned) {
                prepared.copy(at..number.start);
                prepared.number(&number, turned);
                at = number.end;
            }
        }
        prepared.copy(at..original.len());
        prepared
    }

    /// The original text.
    pub const fn original(&self) -> &'t str {
        self.original
    }

    fn copy(&mut self, range: Range<usize>) {
        self.text.push_str(&self.original[range]);
    }

    fn number(&mut self, range: &Range<usize>, isolated: bool) {
        if isolated {
            self.insert('\u{2066}', range.start);
        }
        for (index, c) in self.original[range.clone()].char_indices() {
            if c == ' ' {
                self.text.push('\u{a0}');
                self.anchors.push((self.text.len(), range.start + index + 1));
            } else {
                self.text.push(c);
            }
        }
        if isolated {
            self.insert('\u{2069}', range.end);
        }
    }

    /// Puts in a mark that stands for nothing.
    fn insert(&mut self, mark: char, at: usize) {
        self.anchors.push((self.text.len(), at));
        self.text.push(mark);
        self.anchors.push((self.text.len(), at));
    }

    /// Which byte of the original a byte of the prepared text stands for.
    fn back(&self, at: usize) -> usize {
        let index = self.anchors.partition_point(|(prepared, _)| *prepared <= at) - 1;
        let (prepared, original) = self.anchors[index];
        let limit = self.anchors.get(index + 1).map_or(self.original.len(), |(_, next)| *next);
        (original + (at - prepared)).min(limit)
    }

    /// Which bytes of the original a stretch of the prepared text stands for.
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        self.back(range.start)..self.back(range.end)
    }

    /// Where a byte of the original stands in the prepared text: after marks that were put in before it.
    pub fn forth(&self, at: usize) -> usize {
        let index = self.anchors.partition_point(|(_, original)| *original <= at) - 1;
        let (prepared, original) = self.anchors[index];
        let limit = self.anchors.get(index + 1).map_or(self.text.len(), |(next, _)| *next);
        (prepared + (at - original)).min(limit)
    }

    /// Whether a stretch of the prepared text is nothing but marks that steer the layout.
    pub fn is_silent(&self, range: Range<usize>) -> bool {
        self.text[range].chars().all(is_steering)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_knows_where_it_comes_from() {
        for (text, right_to_left) in
            [("Call 01632 960 200 or 38 °C now", false), ("اتصل 01632 960 200 الآن 38 °C", true), ("no figures", false)]
        {
            let prepared = Prepared::new(text, right_to_left);
            let mut whole = String::new();
            for (at, c) in prepared.text.char_indices() {
                let range = prepared.range(at..at + c.len_utf8());
                let own = &text[range.clone()];
                assert!(
                    own == c.to_string() || own == " " && c == '\u{a0}' || own.is_empty() && is_steering(c),
                    "{c:?} {own:?}"
                );
                whole.push_str(own);
                if !own.is_empty() {
                    assert_eq!(prepared.forth(range.start), at, "{c:?}");
                }
            }
            assert_eq!(whole, text);
            assert_eq!(prepared.forth(text.len()), prepared.text.len());
        }
    }
}
