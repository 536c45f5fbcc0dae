//! Text is text: what a clinician types stands on her patient's sheet, character for character, and invisible characters
//! are put right or named.

mod support;

use std::path::Path;

use support::program::{Run, folder, run};
use support::reading::Reading;

fn sheet(folder: &Path, note: &str) -> Run {
    run(folder, &["sheet", "third-trimester", "--today", "2026-11-20", "--week", "30", "--id", "s", "--note", note])
}

/// What a sheet with this note says.
fn printed(name: &str, note: &str) -> String {
    let folder = folder(&format!("text/{name}"));
    sheet(&folder, note).exits(0);
    Reading::of(&std::fs::read(folder.join("out/s.pdf")).expect("a sheet")).text()
}

/// Marks that CommonMark would take, and nobody meant as such.
const TYPED: &[&str] = &[
    "Squats 3*10, cat stretch 2*5.",
    "3. Walk each day",
    "2_3_4 and __init__",
    "a * b * c",
    "#1 is rest",
    "1) lift",
    "- a dash",
    "> 3 kg and <5 kg",
    "&amp; 100% ~5~ `tick`",
    r"C:\x \* [x] (a)(b) [x](y)",
    "http://x.example/a_b_c",
    "* * *",
    "---",
];

#[test]
fn each_typed_line_is_printed() {
    let text = printed("lines", &TYPED.join("\n"));
    for line in TYPED {
        assert!(text.contains(line), "{line:?} is not in\n{text}");
    }
}

#[test]
fn each_typed_line_by_itself_is_printed() {
    for (index, line) in TYPED.iter().enumerate() {
        let text = printed(&format!("line-{index}"), line);
        assert!(text.contains(line), "{line:?} is not in\n{text}");
    }
}

#[test]
fn a_list_keeps_its_numbers() {
    let text = printed("numbers", "3. Walk\n4. Swim **slowly**");
    assert!(text.contains("3.") && text.contains("4.") && text.contains("Swim slowly"), "{text}");
    assert!(!text.contains("1. Walk") && !text.contains("**"), "{text}");
}

#[test]
fn invisible_characters_are_put_right() {
    let text =
        printed("invisible", "See the physio\u{ad}therapy\u{feff} team, Zoe\u{308} and \u{202a}01632 960200\u{202c}.");
    assert!(text.contains("See the physiotherapy team, Zoë and 01632 960200."), "{text}");
}

#[test]
fn what_can_never_be_printed_is_named() {
    for (name, note, told) in [
        (
            "override",
            "Walk \u{202e}slowly",
            "`note` has U+202E, which cannot be printed: it is an invisible mark that turns the order of letters round",
        ),
        ("bullet", "\u{f0b7} Walk", "`note` has U+F0B7, which cannot be printed: it is a sign of a symbol font"),
        ("lost", "Zo\u{fffd}", "`note` has U+FFFD, which cannot be printed: it is the mark of a letter that was lost"),
        ("control", "Walk\u{7}", "`note` has U+0007, which cannot be printed: it is a control character"),
    ] {
        let folder = folder(&format!("text/{name}"));
        let run = sheet(&folder, note).exits(1);
        assert!(run.told.contains(told), "{}", run.told);
        assert!(!folder.join("out").exists(), "nothing is written");
    }
}

#[test]
fn a_number_in_an_arabic_note_is_read_in_its_order() {
    let text = printed("arabic", "اتصل بالرقم +44 1632 960200 عند 38 °C");
    assert!(text.contains("+44 1632 960200") && text.contains("38 °C"), "{text}");
    assert!(!text.contains(['\u{2066}', '\u{2069}']), "{text:?}");
}
