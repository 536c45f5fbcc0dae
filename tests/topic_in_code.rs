//! The program knows no subject: no sentence, heading, sign, stage, tier, contact or role of a topic's pack stands in it.
//!
//! What packs say is taken from their files. Sentences count from two words on, since one word such as `Sleep` is plain
//! English; of the ids, those that cannot be anything else: with a hyphen or an underscore, and the roles. They are looked
//! for as they are written and as Rust would write them (`FirstTrimester`, `first_trimester`). Comments and tests are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use handout::diag::Source;
use handout::model::yaml::{self, Node, Value};

/// Files that still name something of a topic. None may be added; the test says which are clean and can leave.
const STILL: &[&str] = &[
    "src/app/bundled.rs",
    "src/app/sheet/report.rs",
    "src/check/approvals.rs",
    "src/check/exercises.rs",
    "src/check/help_box.rs",
    "src/check/placeholders.rs",
    "src/check/sheet/exercises.rs",
    "src/check/sheet/explained.rs",
    "src/compose/contacts.rs",
    "src/compose/imprint.rs",
    "src/compose/reserved.rs",
    "src/language/messages.rs",
    "src/language/values.rs",
    "src/model/approval/mod.rs",
    "src/model/approval/role.rs",
    "src/model/brand.rs",
    "src/model/exercise.rs",
    "src/model/explained.rs",
    "src/model/handout/seek_care.rs",
    "src/model/handout/stage.rs",
    "src/model/patient.rs",
    "src/model/texts.rs",
    "src/model/vocabulary.rs",
    "src/model/words.rs",
    "src/topic/pack.rs",
    "src/topic/signs.rs",
    "src/topic/tiers.rs",
];

/// Keys whose values are neither printed nor names: patterns, ids of entries, hashes, settings.
const NOT_TEXTS: &[&str] = &[
    "words",
    "id",
    "of",
    "stages",
    "needed",
    "named",
    "numbers",
    "clock",
    "look",
    "belly",
    "praise",
    "caution",
    "caution_in",
    "best",
    "names",
    "care",
    "advice",
    "unless",
    "limiting_headings",
    "or_words",
    "with",
    "about",
    "danger",
    "not_to",
    "not_numbers",
    "phrases",
    "hints",
    "contexts",
    "plain",
    "say",
    "in",
    "code",
    "bad",
    "good",
    "standard",
    "languages",
    "position",
    "tier",
    "otherwise",
    "number",
];

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file under a folder with an ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let (mut found, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|own| own == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The texts of a tree, those under [`NOT_TEXTS`] left out.
fn texts(node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Value::Scalar { text, .. } => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            // Two words at least, none of them a placeholder.
            let is_said = |word: &&str| word.chars().any(char::is_alphabetic) && !word.contains("{{");
            if text.split(' ').filter(is_said).count() > 1 {
                found.insert(text);
            }
        }
        Value::Seq(entries) => entries.iter().for_each(|entry| texts(entry, found)),
        Value::Map(parts) => {
            let said = parts.iter().filter(|(key, _)| !NOT_TEXTS.contains(&key.text.as_str()));
            said.for_each(|(_, node)| texts(node, found));
        }
        Value::Null | Value::Invalid => {}
    }
}

/// The ids that `topic.yaml` gives its stages, tiers, contacts and roles.
fn ids(root: &Node) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let Value::Map(parts) = &root.value else { return found };
    for (key, node) in parts {
        let Value::Seq(entries) = &node.value else { continue };
        for entry in entries {
            match &entry.value {
                Value::Scalar { text, .. } if key.text == "roles" => drop(found.insert(text.clone())),
                Value::Map(parts) => {
                    let id = parts.iter().find(|(key, _)| key.text == "id").map(|(_, node)| &node.value);
                    if let Some(Value::Scalar { text, .. }) = id
                        && text.contains(['-', '_'])
                    {
                        found.insert(text.clone());
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// An id as it is written, and as Rust would write it.
fn spellings(id: &str) -> Vec<String> {
    let upper = |word: &str| -> String {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
    };
    let camel = id.split(['-', '_']).map(upper).collect::<String>();
    let snake = id.replace('-', "_");
    // Weeks after birth are one of the program's own clocks, and named so in Rust.
    if id == "after-birth" {
        return vec![id.to_owned()];
    }
    if id.contains(['-', '_']) { vec![id.to_owned(), snake.to_uppercase(), snake, camel] } else { vec![id.to_owned()] }
}

/// What a file says as a program: without comments and tests, its strings on one line each.
fn program(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut code = String::new();
    let mut goes_on = false;
    for line in text.lines() {
        // A string that goes on starts at the first letter of the next line.
        let line = if goes_on { line.trim_start() } else { line };
        let line = line.find("//").filter(|at| !line[..*at].ends_with(':')).map_or(line, |at| &line[..at]);
        goes_on = line.ends_with('\\');
        match line.strip_suffix('\\') {
            Some(continued) => code.push_str(continued),
            None => {
                code.push_str(line);
                code.push('\n');
            }
        }
    }
    code
}

/// Whether `word` stands in a text by itself, not within a longer word.
fn stands_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Everything that packs say and call theirs.
fn said_by_packs() -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for path in files(&project("handouts/topics"), "yaml") {
        let text = std::fs::read_to_string(&path).expect("text");
        let root = yaml::parse(&Source::new(path.to_string_lossy(), text)).expect("YAML").root;
        // What examples say is their own; their texts are parts of files.
        if !path.ends_with("examples.yaml") {
            texts(&root, &mut said);
        }
        if path.ends_with("topic.yaml") {
            said.extend(ids(&root).iter().flat_map(|id| spellings(id)));
        }
    }
    said
}

#[test]
fn no_file_of_the_program_names_what_is_a_topics() {
    let said = said_by_packs();
    assert!(said.len() > 150, "the search is broken: {}", said.len());
    for known in ["Stop and get help", "first-trimester", "FirstTrimester", "midwife", "chest pain", "maternity_line"] {
        assert!(said.contains(known), "{known}");
    }
    let mut wrong: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for path in files(&project("src"), "rs").into_iter().filter(|path| !path.ends_with("tests.rs")) {
        let code = program(&std::fs::read_to_string(&path).expect("text"));
        let found: Vec<&str> = said.iter().map(String::as_str).filter(|words| stands_in(&code, words)).collect();
        if !found.is_empty() {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside").to_string_lossy().into_owned();
            wrong.insert(name, found);
        }
    }
    let fresh: Vec<String> = wrong
        .iter()
        .filter(|(file, _)| !STILL.contains(&file.as_str()))
        .map(|(file, found)| format!("{file} names {}", found.join(", ")))
        .collect();
    assert!(fresh.is_empty(), "what is a topic's belongs in its pack:\n{}", fresh.join("\n"));
    for file in STILL.iter().filter(|file| !wrong.contains_key(**file)) {
        println!("{file} is clean now: take it off the list");
    }
}

#[test]
fn comments_and_tests_are_no_program() {
    let text = "let a = \"one \\\n two\"; // Stop and get help\n#[cfg(test)]\nmod tests { first-trimester }";
    let code = program(text);
    assert!(code.contains("one two") && !code.contains("Stop") && !code.contains("trimester"), "{code}");
    assert!(stands_in("a midwife.", "midwife") && !stands_in("midwifery", "midwife"));
    assert_eq!(
        spellings("first-trimester"),
        ["first-trimester", "FIRST_TRIMESTER", "first_trimester", "FirstTrimester"]
    );
}
