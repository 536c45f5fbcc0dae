//! Lines, runs and glyphs of paragraphs in both directions.

use super::*;
use crate::text::fonts::ARABIC_FAMILY;

const STYLE: TextStyle<'static> =
    TextStyle { family: "Source Sans 3", size: Pt(12.0), leading: Pt(16.0), bold: false, balanced: false };

fn shaped(text: &str, width: f32, right_to_left: bool) -> Arc<[TextLine]> {
    Shaper::new(FontSet::new(Vec::new()), right_to_left.then_some(ARABIC_FAMILY), right_to_left).shape(
        &Rich::plain(text),
        STYLE,
        Pt(width),
    )
}

#[test]
fn every_byte_belongs_to_a_glyph() {
    for (text, right_to_left) in
        [("The office staff offer difficult waffles. Tiếng Việt", false), ("ألم الظهر في الحمل لا", true)]
    {
        let lines = shaped(text, 60.0, right_to_left);
        assert!(lines.len() > 1);
        let mut seen = String::new();
        for run in lines.iter().flat_map(|line| &line.runs) {
            let mut ranges: Vec<_> = run.glyphs.iter().map(|g| g.text.clone()).filter(|r| !r.is_empty()).collect();
            ranges.sort_by_key(|range| range.start);
            seen.extend(ranges.into_iter().map(|range| &run.text[range]));
        }
        assert_eq!(seen.chars().count(), text.chars().count(), "{seen}");
    }
}

#[test]
fn arabic_lines_end_at_the_right_edge() {
    let lines = shaped("ألم الظهر", 200.0, true);
    let last = lines[0].runs.last().expect("a run");
    assert!((last.x + last.width - Pt(200.0)).0.abs() < 0.1, "{last:?}");
}

/// The text of each line, and of each run in it from left to right.
fn lines_of(text: &str, width: f32, right_to_left: bool) -> Vec<Vec<(String, bool)>> {
    let lines = shaped(text, width, right_to_left);
    let runs = |line: &TextLine| line.runs.iter().map(|run| (run.text.to_string(), run.right_to_left)).collect();
    lines.iter().map(runs).collect()
}

#[test]
fn numbers_never_break() {
    let numbers =
        ["01632 960 200", "+44 1632 960200", "38 °C", "3 x 10", "8–12", "8 - 12 kg", "10 am", "30 + 2", "low-dose"];
    for number in numbers {
        let text = format!("Call or do or take {number} each and every day");
        let words = "سريعا أو غدا أو بعد ذلك";
        let turned = format!("{words} {number} {words}");
        for width in 130..260 {
            for (text, right_to_left) in [(&text, false), (&turned, true)] {
                let lines = lines_of(text, width as f32, right_to_left);
                let whole = |line: &[(String, bool)]| line.iter().map(|(run, _)| run.as_str()).collect::<String>();
                assert!(lines.iter().any(|line| whole(line).contains(number)), "{number} at {width}: {lines:?}");
            }
        }
    }
}

#[test]
fn numbers_keep_their_order_among_words_from_right_to_left() {
    let mut seen = 0;
    for number in [
        "+44 1632 960200",
        "01632 960 200",
        "8-12",
        "38 °C",
        "3 x 10",
        "30+2",
        "5 kg",
        "100%",
        "https://x.example/a-b/",
    ] {
        for (text, right_to_left) in [(format!("اتصل {number} الآن"), true), (format!("Ask ليلى {number} now"), false)]
        {
            let lines = lines_of(&text, 400.0, right_to_left);
            // A number may be of several faces, and so of several runs: none of them is turned, and they stand in order.
            let runs = |all: bool| {
                let runs = lines[0].iter().filter(|(_, turned)| all || !turned);
                runs.map(|(run, _)| run.as_str()).collect::<String>()
            };
            let whole = runs(true);
            assert!(whole.contains(number) && runs(false).contains(number), "{:?} of {text:?}", lines[0]);
            assert!(!whole.contains(['\u{2066}', '\u{2069}', '\u{a0}']), "{whole:?}");
            assert_eq!(whole.chars().count(), text.chars().count());
            seen += 1;
        }
    }
    assert_eq!(seen, 18);
}

#[test]
fn glyphs_of_a_number_stand_in_its_order() {
    let lines = shaped("اتصل +44 1632 960200 الآن", 400.0, true);
    let run = lines[0].runs.iter().find(|run| run.text.contains("960200")).expect("the number");
    let told: Vec<&str> = run.glyphs.iter().map(|glyph| &run.text[glyph.text.clone()]).collect();
    assert_eq!(told.concat().trim(), "+44 1632 960200");
    assert!(run.glyphs.windows(2).all(|pair| pair[0].x < pair[1].x));
}

#[test]
fn no_break_spaces_and_marks_without_width_do_their_work() {
    for width in 40..120 {
        let lines = lines_of("aa bb cc\u{a0}dd ee", width as f32, false);
        assert!(lines.iter().flatten().any(|(run, _)| run.contains("cc\u{a0}dd")), "{width}: {lines:?}");
    }
    let lines = lines_of("long\u{200b}word\u{2060}s", 300.0, false);
    let text: String = lines.iter().flatten().map(|(run, _)| run.as_str()).collect();
    assert_eq!(text.replace(['\u{200b}', '\u{2060}'], ""), "longwords");
}

#[test]
fn headings_are_balanced() {
    let mut shaper = Shaper::new(FontSet::new(Vec::new()), None, false);
    let style = TextStyle { balanced: true, ..STYLE };
    let lines = shaper.shape(&Rich::plain("Back pain in the third trimester of"), style, Pt(150.0));
    let widths: Vec<f32> = lines.iter().map(|l| l.runs.iter().map(|r| r.width.0).sum()).collect();
    assert_eq!(widths.len(), 2);
    assert!(widths[1] > widths[0] * 0.6, "{widths:?}");
}
