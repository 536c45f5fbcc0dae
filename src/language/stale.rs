//! Messages that were translated from an English text that has changed since.
//!
//! A comment above a message names the hash of the English words that it was made from: `# of: 3f9a1b2c`.

use std::sync::Arc;

use super::explained::STALE;
use super::ftl::{Line, MessageFile};
use super::pack::Pack;
use super::tag;
use crate::diag::{Finding, Place};
use crate::model::unit::source_hash;

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
pub(super) fn findings<'p>(source: &Pack, packs: impl Iterator<Item = &'p Pack>) -> Vec<Finding> {
    let mut seen: Vec<&str> = Vec::new();
    let mut findings = Vec::new();
    for file in packs.flat_map(|pack| &pack.files) {
        if seen.contains(&file.source.name.as_str()) {
            continue;
        }
        seen.push(&file.source.name);
        let stale = of_file(&source.files, file);
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
    let stale = |(name, line): (&'f String, &Line)| {
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
