//! Which text each glyph of a run stands for.
//!
//! Shaping gives clusters: some characters, some glyphs. One glyph tells a letter with all its marks, so that the text
//! is in order and nothing is said twice; the others are drawn without being text.

use std::ops::Range;

use crate::layout::display::GlyphRun;

/// A stretch of text and the glyph that tells it.
struct Letter {
    text: Range<usize>,
    teller: usize,
    only_marks: bool,
}

/// The text of each glyph of a run; `None` for glyphs that only complete another one. `is_mark` says whether a glyph
/// takes up no room on the line, and `is_space` whether it is the face's plain space.
pub(super) fn of_run(
    run: &GlyphRun,
    is_mark: impl Fn(u16) -> bool,
    is_space: impl Fn(u16) -> bool,
) -> Vec<Option<String>> {
    let mut letters = clusters(run, is_mark);
    letters.sort_by_key(|letter| letter.text.start);
    let mut meanings = vec![None; run.glyphs.len()];
    let mut base: Option<Letter> = None;
    let mut tell = |letter: Letter| {
        let space = is_space(run.glyphs[letter.teller].id);
        let text = readable(&run.text[letter.text], space);
        // Readers (poppler, pdfium) turn right-to-left lines round character by character, also within a glyph's text.
        meanings[letter.teller] = if run.right_to_left { text.map(|text| text.chars().rev().collect()) } else { text };
    };
    for letter in letters {
        match &mut base {
            Some(base) if letter.only_marks && base.text.end == letter.text.start => base.text.end = letter.text.end,
            _ => base.replace(letter).into_iter().for_each(&mut tell),
        }
    }
    base.into_iter().for_each(tell);
    meanings
}

/// The run's clusters in visual order: each a glyph with text and those after it that have none.
fn clusters(run: &GlyphRun, is_mark: impl Fn(u16) -> bool) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(run.glyphs.len());
    let mut start = 0;
    while start < run.glyphs.len() {
        let more = run.glyphs[start + 1..].iter().take_while(|glyph| glyph.text.is_empty()).count();
        let base = (start..=start + more).find(|&at| !is_mark(run.glyphs[at].id));
        letters.push(Letter {
            text: run.glyphs[start].text.clone(),
            teller: base.unwrap_or(start),
            only_marks: base.is_none(),
        });
        start += more + 1;
    }
    letters
}

/// The text as it may stand in a character map: no byte order mark, and spaces of any width are the plain space that
/// their glyph shows. `None` when nothing is left.
fn readable(text: &str, space: bool) -> Option<String> {
    if !text.is_empty() && (space || text.chars().all(char::is_whitespace)) {
        return Some(" ".to_owned());
    }
    let text: String = text.chars().filter(|&c| !matches!(c, '\u{feff}' | '\u{fffe}' | '\0')).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::art::Colour;
    use crate::geom::Pt;
    use crate::layout::display::Glyph;

    fn meanings(right_to_left: bool, text: &str, marks: &[u16], glyphs: &[(u16, Range<usize>)]) -> Vec<String> {
        let glyphs = glyphs.iter().map(|(id, text)| Glyph { id: *id, x: 0.0, rise: 0.0, text: text.clone() });
        let run = GlyphRun {
            face: 0,
            size: Pt(10.0),
            colour: Colour::BLACK,
            x: Pt::ZERO,
            baseline: Pt::ZERO,
            text: text.into(),
            glyphs: glyphs.collect(),
            right_to_left,
        };
        let meanings = of_run(&run, |id| marks.contains(&id), |id| id == 99);
        meanings.into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn a_ligature_stands_for_all_its_characters() {
        let glyphs = [(1, 0..1), (2, 1..3), (3, 3..4), (4, 4..5), (5, 5..6)];
        assert_eq!(meanings(false, "office", &[], &glyphs), ["o", "ff", "i", "c", "e"]);
    }

    #[test]
    fn a_letter_tells_its_marks_too() {
        assert_eq!(meanings(false, "e\u{301}x", &[7], &[(8, 0..3), (7, 0..0), (9, 3..4)]), ["e\u{301}", "", "x"]);
        assert_eq!(meanings(false, "e\u{301}x", &[7], &[(8, 0..1), (7, 1..3), (9, 3..4)]), ["e\u{301}", "", "x"]);
    }

    #[test]
    fn marks_come_before_their_letter_in_right_to_left_runs() {
        let glyphs = [(6, 4..6), (3, 2..4), (3, 0..0), (5, 0..2)];
        assert_eq!(meanings(true, "حف\u{650}", &[6], &glyphs), ["", "\u{650}ف", "", "ح"]);
    }

    #[test]
    fn a_hard_space_reads_as_a_space() {
        assert_eq!(meanings(false, "a\u{a0}", &[], &[(1, 0..1), (99, 1..3)]), ["a", " "]);
    }
}
