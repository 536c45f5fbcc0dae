//! Every code's explanation is run: its bad example gives the code, with the message beside it in `tests/rules`, and its
//! good example does not. A code without an explanation fails. `UPDATE_GOLDEN=1` writes the messages.
//!
//! An example holds parts of a file. They take the place of the parts of the same name in the files of
//! `tests/rules/base`, which are without fault. Where a part starts with the comment `# …`, its own parts are put in place
//! one by one, and the rest of it stays.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use handout::check::{Clock, Shelves, check_exercise};
use handout::compose::shelf::Shelf;
use handout::diag::{Example, Explanation, Finding, Source, render_human};
use handout::gate::explain;
use handout::model::dates::parse_day;
use handout::model::exercise::Exercise;
use handout::model::sources::Sources;
use handout::topic::examples::ExampleFile;
use handout::{Settings, model};
use support::golden::Texts;
use support::library::{self, project};

/// What an exercise by itself is held against.
fn shelves(shelf: &Shelf) -> Shelves<'_> {
    Shelves { exercises: &shelf.exercises, topic: &shelf.topic }
}

/// The parts of a YAML file: each key at the start of a line, with the lines under it.
fn parts(text: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        match (starts, parts.last_mut()) {
            (false, Some((_, part))) => part.push_str(line),
            (true, _) => parts.push((line.split(':').next().unwrap_or_default().to_owned(), line.to_owned())),
            (false, None) => parts.push((String::new(), line.to_owned())),
        }
    }
    parts
}

/// What stands first in a part of an example that changes some of its own parts only.
const AND_THE_REST: &str = "  # …\n";

/// The part `changed`, with what it leaves to `base` filled in.
fn with_the_rest(base: &str, changed: &str) -> String {
    let Some((key, below)) = changed.split_once('\n') else { return changed.to_owned() };
    let Some(below) = below.strip_prefix(AND_THE_REST) else { return changed.to_owned() };
    let outwards = |text: &str| {
        let lines = text.split_inclusive('\n').map(|line| line.strip_prefix("  ").unwrap_or(line));
        lines.collect::<String>()
    };
    let merged = with_parts(&outwards(base.split_once('\n').map_or("", |(_, below)| below)), &outwards(below));
    let inwards = merged
        .split_inclusive('\n')
        .map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("  {line}") });
    format!("{key}\n{}", inwards.collect::<String>())
}

/// `base` with the parts of `example` in the place of its own; parts that it does not have are put at its end.
fn with_parts(base: &str, example: &str) -> String {
    let mut merged = parts(base);
    let mut fresh = BTreeSet::new();
    for (key, part) in parts(example) {
        let part = if part.ends_with('\n') { part } else { format!("{part}\n") };
        match merged.iter_mut().find(|(known, _)| *known == key && !fresh.contains(&key)) {
            Some((_, old)) => *old = with_the_rest(old, &part),
            None => merged.push((key.clone(), part)),
        }
        fresh.insert(key);
    }
    merged.into_iter().map(|(_, part)| part).collect()
}

fn base(file: &str) -> String {
    std::fs::read_to_string(project(&format!("tests/rules/base/{file}"))).expect("a base file")
}

/// The files of one example, and what kind of file it changes.
struct Files {
    handout: Arc<Source>,
    exercise: Arc<Source>,
    brand: Arc<Source>,
    sources: Arc<Source>,
}

impl Files {
    fn new(example: Example, text: &str) -> Self {
        let file = |name: &str, here: bool| {
            let base = base(name);
            Source::new(name, if here { with_parts(&base, text) } else { base })
        };
        Self {
            handout: file("handout.yaml", matches!(example, Example::Handout { .. })),
            exercise: file("knee-rolls.yaml", matches!(example, Example::Exercise { .. })),
            brand: file("brand.yaml", matches!(example, Example::Brand { .. })),
            sources: file("sources.yaml", matches!(example, Example::Sources { .. })),
        }
    }

    /// The same with another text for the file of that name.
    fn with(&self, changed: &Arc<Source>) -> Self {
        let file = |own: &Arc<Source>| if own.name == changed.name { changed.clone() } else { own.clone() };
        Self {
            handout: file(&self.handout),
            exercise: file(&self.exercise),
            brand: file(&self.brand),
            sources: file(&self.sources),
        }
    }

    /// Everything that is found in them on 1 December 2026.
    fn findings(&self) -> Vec<Finding> {
        let mut shelf = library::shelf();
        let mut findings = Vec::new();
        match model::load::<Sources>(&self.sources) {
            Ok(loaded) => {
                shelf.sources = loaded.value;
                findings.extend(loaded.warnings);
            }
            Err(errors) => return errors,
        }
        match model::load::<Exercise>(&self.exercise) {
            Ok(loaded) => {
                findings.extend(loaded.warnings);
                shelf.exercises.insert("knee-rolls".to_owned(), loaded.value);
            }
            Err(errors) => return errors,
        }
        let branding = match library::branding_of(&self.brand, &project("tests/rules/base/brand.yaml")) {
            Ok(branding) => branding,
            Err(errors) => return errors,
        };
        findings.extend(branding.findings.iter().cloned());
        findings.extend(check_exercise(
            &shelf.exercises["knee-rolls"],
            shelves(&shelf),
            &branding.brand,
            branding.language("en"),
        ));
        let clock = Clock { today: parse_day("2026-12-01").ok(), strict: true };
        let settings = Settings { clock, ..Settings::default() };
        findings.extend(library::examine(&self.handout, &branding, &shelf, &settings));
        handout::diag::sort(&mut findings);
        // Nobody has approved these files; `tests/check.rs` is about approvals.
        findings.retain(|finding| !matches!(finding.code, "H303" | "H304"));
        findings
    }
}

#[test]
fn the_base_is_without_fault() {
    let files = Files::new(Example::Words { bad: "", good: "" }, "");
    let findings = files.findings();
    assert!(findings.is_empty(), "{}", render_human(&findings, false));
}

/// The examples of a code: its own, or those of the topic that ships, each with a bad and a good one.
fn examples(code: &str, own: Example) -> Vec<(Example, String, String)> {
    let Example::OfTopic = own else {
        let (bad, good) = own.both();
        return vec![(own, bad.to_owned(), good.to_owned())];
    };
    let topic = library::topic();
    let of_topic = topic.examples.of(code).map(|example| {
        let kind = match example.file {
            ExampleFile::Handout => Example::Handout { bad: "", good: "" },
            ExampleFile::Exercise => Example::Exercise { bad: "", good: "" },
        };
        (kind, example.bad.clone(), example.good.clone())
    });
    let examples: Vec<_> = of_topic.collect();
    assert!(!examples.is_empty(), "{code}: the topic has no example");
    examples
}

/// An example of a code that leaves its examples to the topic, and no other.
#[test]
fn the_topic_explains_its_own_codes_alone() {
    let topic = library::topic();
    for example in &topic.examples.examples {
        let code = &example.code.value;
        let explanation = explain::of(code).unwrap_or_else(|| panic!("there is no {code}"));
        assert!(matches!(explanation.example, Example::OfTopic), "{code} has examples of its own");
        let page = explain::of_topic(code, &topic);
        assert!(page.contains(example.bad.lines().next().expect("a line")), "{page}");
    }
}

#[test]
fn bad_examples_give_their_finding_and_good_ones_do_not() {
    let mut texts = Texts::default();
    let mut wrong = Vec::new();
    for Explanation { code, example, .. } in explain::all() {
        if matches!(example, Example::Words { .. }) {
            continue;
        }
        let mut told = Vec::new();
        for (example, bad, good) in examples(code, *example) {
            let found = Files::new(example, &bad).findings();
            let of_code: Vec<Finding> = found.iter().filter(|finding| finding.code == *code).cloned().collect();
            if of_code.is_empty() {
                wrong.push(format!("{code}: the bad example gives {:?}", codes(&found)));
            }
            told.extend(of_code);
            let found = Files::new(example, &good).findings();
            if !found.is_empty() {
                wrong.push(format!("{code}: the good example gives\n{}", render_human(&found, false)));
            }
        }
        texts.compare(&project(&format!("tests/rules/{code}.txt")), &render_human(&told, false));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    texts.finish();
}

/// Every mechanical correction of a bad example, made on a copy of the file, leaves the finding behind.
#[test]
fn corrections_correct() {
    let mut corrected = BTreeSet::new();
    for Explanation { example, .. } in explain::all() {
        if matches!(example, Example::Words { .. }) {
            continue;
        }
        let files = Files::new(*example, example.both().0);
        let before = files.findings();
        for finding in before.iter().filter(|finding| !finding.mends.is_empty()) {
            let source = &finding.place.as_ref().expect("a correction has a place").source;
            let changed = Source::new(source.name.as_str(), support::mended(&source.text, finding));
            let after = files.with(&changed).findings();
            let alike = |findings: &[Finding]| {
                findings.iter().filter(|other| (other.code, &other.message) == (finding.code, &finding.message)).count()
            };
            assert!(alike(&after) < alike(&before), "{finding:#?}\n{}", render_human(&after, false));
            corrected.insert(finding.code);
        }
    }
    for code in ["H007", "H012", "H013", "H014", "H021", "H040", "H049"] {
        assert!(corrected.contains(code), "{code} is corrected by nothing: {corrected:?}");
    }
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

/// Codes that the program's own text names, such as `H102`.
fn codes_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|word| {
        let (letter, number) = word.split_at_checked(1).unwrap_or_default();
        "HBLFPS".contains(letter)
            && !letter.is_empty()
            && number.len() == 3
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

#[test]
fn every_code_is_explained_once() {
    let mut used = BTreeSet::new();
    let mut waiting = vec![project("src")];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(path).expect("text");
                used.extend(codes_in(&text).map(str::to_owned));
            }
        }
    }
    let explained: Vec<&str> = explain::all().map(|explanation| explanation.code).collect();
    let missing: Vec<&String> = used.iter().filter(|code| !explained.contains(&code.as_str())).collect();
    assert!(missing.is_empty(), "not explained: {missing:?}");
    let distinct: BTreeSet<&str> = explained.iter().copied().collect();
    assert_eq!(distinct.len(), explained.len(), "a code is explained twice");
    for Explanation { code, title, meaning, why, standard, .. } in explain::all() {
        for text in [title, meaning, why, standard] {
            assert!(!text.is_empty() && text.len() < 700, "{code}: {text}");
        }
    }
}

/// What ships gives none of the findings about how it reads, under either brand.
#[test]
fn shipped_leaflets_read_well() {
    let shelf = library::shelf();
    let mut found = Vec::new();
    for brand in ["riverside", "juniper"] {
        let branding = library::branding(&format!("handouts/brands/{brand}.yaml"));
        for name in ["first-trimester", "second-trimester", "third-trimester", "after-birth", "upper-back"] {
            let source = library::source(&format!("handouts/{name}.yaml"));
            found.extend(library::examine(&source, &branding, &shelf, &Settings::default()));
        }
        for exercise in shelf.exercises.values() {
            found.extend(check_exercise(exercise, shelves(&shelf), &branding.brand, branding.language("en")));
        }
    }
    found.retain(|finding| finding.code.starts_with("H1") && finding.allowed.is_none());
    let is_choppy = |finding: &Finding, name: &str| {
        let place = finding.place.as_ref();
        finding.code == "H109" && place.is_some_and(|place| place.source.name == format!("handouts/{name}.yaml"))
    };
    for name in library::STILL_CHOPPY {
        assert!(found.iter().any(|finding| is_choppy(finding, name)), "{name} is mended: take it from STILL_CHOPPY");
    }
    found.retain(|finding| !library::STILL_CHOPPY.iter().any(|name| is_choppy(finding, name)));
    handout::diag::sort(&mut found);
    assert!(found.is_empty(), "{}", render_human(&found, false));
}
