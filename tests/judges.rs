//! Programs from outside on every leaflet: `qpdf` on the file's structure, `pdftotext` on its words, veraPDF on PDF/UA-1
//! and PDF/A-2a. A missing one is a visible skip, and with `HANDOUT_REQUIRE_JUDGES=1` a failure.

mod support;

use std::path::PathBuf;

use support::library::{self, Case};
use support::reading::Reading;
use support::{holds, judges};

/// Every leaflet that can be built, as a file; what cannot be built is told by the properties.
fn leaflets(test: &str) -> Vec<(Case, PathBuf)> {
    let mut cases = library::shipped();
    cases.push(library::arabic());
    let files = library::each(&cases, |case| {
        let leaflet = case.build().ok()?;
        Some(judges::file(&format!("{test}-{}.pdf", case.name), &leaflet.pdf))
    });
    let built: Vec<(Case, PathBuf)> =
        cases.into_iter().zip(files).filter_map(|(case, file)| Some((case, file?))).collect();
    assert!(!built.is_empty(), "no leaflet can be built");
    built
}

#[test]
fn qpdf_finds_every_file_sound() {
    for (_, file) in leaflets("qpdf") {
        judges::qpdf(&file);
    }
}

#[test]
fn verapdf_finds_every_file_conforming() {
    let files: Vec<PathBuf> = leaflets("verapdf").into_iter().map(|(_, file)| file).collect();
    judges::verapdf(&files);
}

#[test]
fn every_font_is_an_embedded_subset() {
    for (case, file) in leaflets("fonts") {
        // Regular and bold of two families at most, and those of the fallback faces that were needed.
        assert!(judges::fonts(&file).is_none_or(|count| (2..=6).contains(&count)), "{}", case.name);
    }
}

/// Text without white space, direction marks and hyphens: readers differ in where they put those.
fn letters(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '-' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    text.chars().filter(|&c| !c.is_whitespace() && !is_mark(c)).collect()
}

#[test]
fn pdftotext_reads_every_word() {
    for (case, file) in leaflets("words") {
        let Some(read) = judges::text(&file, "-q") else { return };
        let read = letters(&read);
        for block in Reading::of(&std::fs::read(&file).expect("a file")).blocks() {
            let text = block.text();
            // Poppler moves punctuation beside numbers in right-to-left lines.
            let is_steady = |word: &&str| !case.name.starts_with("arabic") || word.chars().all(char::is_alphabetic);
            for word in text.split_whitespace().filter(is_steady).map(letters) {
                assert!(read.contains(&word), "{}: {word:?} is not read", case.name);
            }
        }
    }
}

#[test]
fn content_lies_in_reading_order() {
    for (case, file) in leaflets("order") {
        // Numbers in right-to-left lines are turned round by each reader in its own way.
        if case.name.starts_with("arabic") {
            continue;
        }
        let Some(read) = judges::text(&file, "-raw") else { return };
        let read = letters(&read);
        let mut from = 0;
        for block in Reading::of(&std::fs::read(&file).expect("a file")).blocks() {
            // A block that goes on on the next page has the foot in its middle.
            if block.parts.iter().any(|(page, _)| *page != block.parts[0].0) {
                continue;
            }
            let text = letters(&block.text());
            let at = read[from..].find(&text).unwrap_or_else(|| panic!("{}: {text:?} out of order", case.name));
            from += at + text.len();
        }
    }
}

#[test]
fn pdftotext_reads_arabic_as_it_is_written() {
    let case = library::arabic();
    let file = judges::file("text-arabic.pdf", &case.pdf());
    let Some(read) = judges::text(&file, "-q") else { return };
    let read = letters(&read);
    for sentence in ["ألم الظهر أثناء الحمل", "الألم شائع، لكن ليس عليك أن تتحمليه وحدك", "نزيف شديد"]
    {
        assert!(read.contains(&letters(sentence)), "{sentence} in {read}");
    }
    let filler = support::texts::Filler::new(&case.handout(), case.brand());
    let lost = holds::lost(&case.source.text, &filler, &Reading::of(&case.pdf()));
    assert!(lost.is_empty(), "{lost:?}");
}
