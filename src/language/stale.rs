//! Messages that were translated from an English text that has changed since.
//!
//! A comment above a message names the hash of the English words that it was made from: `# of: 3f9a1b2c`.

use std::sync::Arc;

use super::Language;
use super::ftl::MessageFile;
use super::pack::Pack;
use super::tag;
use crate::diag::{Example, Explanation, Finding, Place};
use crate::model::unit::source_hash;

/// The code of a translation that is older than the English text.
pub(super) const STALE: &str = "W005";

/// What is found.
pub(super) const EXPLANATION: Explanation = Explanation {
    code: STALE,
    title: "a translation that is older than the English text",
    meaning: "A translated text names the hash of the English text that it was made from (`of: 3f9a1b2c`, in a file of messages \
              `# of: 3f9a1b2c` above the message), and the English text has changed since. Until it is translated anew every \
              page that prints it says that it is a draft.",
    why: "A warning that was added in English would be missing in the other language, and nobody would notice.",
    example: Example::Words {
        bad: "The English line has changed; the Spanish one still says `of:` with the old hash.",
        good: "The Spanish line is translated anew, and says `of:` with the new hash.",
    },
    standard: "House rule; ISO 17100: translations are revised with their source.",
    safety: false,
};

/// A stale message: where its hash stands, its name, and the hash that it should have.
struct Stale<'f> {
    file: &'f MessageFile,
    place: Place,
    name: &'f str,
    now: String,
}

/// Packs, marked where one of their messages is stale.
pub(super) fn mark(mut packs: Vec<Pack>) -> Vec<Pack> {
    let source: Vec<Arc<MessageFile>> =
        packs.iter().find(|pack| pack.tag == tag::SOURCE).map_or_else(Vec::new, |pack| pack.files.clone());
    for pack in &mut packs {
        pack.is_stale = pack.files.iter().any(|file| !of_file(&source, file).is_empty());
    }
    packs
}

/// A finding for each file with stale messages.
pub(super) fn findings<'l>(source: &Language, languages: impl Iterator<Item = &'l Language>) -> Vec<Finding> {
    let mut seen: Vec<&str> = Vec::new();
    let mut findings = Vec::new();
    for file in languages.flat_map(|language| &language.0.files) {
        if seen.contains(&file.source.name.as_str()) {
            continue;
        }
        seen.push(&file.source.name);
        let stale = of_file(&source.0.files, file);
        let Some(first) = stale.first() else { continue };
        let names: Vec<String> = stale.iter().map(|one| format!("{} (now {})", one.name, one.now)).collect();
        findings.push(
            Finding::warning(STALE, format!("translated from an older English text: {}", names.join(", ")))
                .at(&first.place, "the English words have another hash now")
                .help("translate them anew, then write the new hash"),
        );
        debug_assert!(Arc::ptr_eq(&first.file.source, &file.source), "each finding is of one file");
    }
    findings
}

/// The stale messages of a file.
fn of_file<'f>(source: &[Arc<MessageFile>], file: &'f Arc<MessageFile>) -> Vec<Stale<'f>> {
    let stale = |(name, line): (&'f String, &super::ftl::Line)| {
        let span = line.of.clone()?;
        let english = source.iter().rev().find_map(|file| file.words(name))?;
        let now = source_hash(&english);
        (file.source.text[span.clone()] != now).then(|| Stale {
            file,
            place: Place { source: Arc::clone(&file.source), span },
            name,
            now,
        })
    };
    file.lines.iter().filter_map(stale).collect()
}
