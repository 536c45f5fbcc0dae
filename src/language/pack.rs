//! The files of a language put together: the library's, then the clinic's, then those of a country.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentResource};

use super::bundle::Messages;
use super::explained::{BROKEN, SETTINGS};
use super::ftl::{self, MessageFile};
use super::messages::{self, Kind, MESSAGES};
use super::tag;
use crate::diag::{Finding, Place, Source, has_errors};
use crate::model::language::{Direction, LanguageSettings};
use crate::model::{self, Loaded};
use crate::text::fonts::FontSet;

/// A language with all that its files say.
pub(super) struct Pack {
    /// Its tag.
    pub tag: String,
    /// Its files of messages; a later one comes first.
    pub files: Vec<Arc<MessageFile>>,
    /// Its settings.
    pub settings: LanguageSettings,
    /// Whether one of its messages was translated from an older English text.
    pub is_stale: bool,
    messages: OnceLock<Messages>,
}

impl Pack {
    /// Its messages, made ready when they are first asked for.
    pub fn messages(&self) -> &Messages {
        self.messages.get_or_init(|| {
            let resources: Vec<Arc<FluentResource>> =
                self.files.iter().map(|file| Arc::clone(&file.resource)).collect();
            Messages::new(
                &self.tag,
                self.settings.direction == Some(Direction::RightToLeft),
                &resources,
                messages::plain(),
            )
        })
    }

    /// Formats every message with numbers of every plural form, to find references that lead nowhere or in a circle.
    fn try_all(&self, findings: &mut Vec<Finding>) {
        for message in MESSAGES {
            let mut arguments = FluentArgs::new();
            for (index, variable) in message.variables.iter().enumerate() {
                match variable.kind {
                    Kind::Text => arguments.set(variable.name, "…"),
                    Kind::Number | Kind::Choice => arguments.set(variable.name, [2, 5][index % 2]),
                }
            }
            let (_, errors) = self.messages().try_format(message.name, &arguments);
            let place = self.files.iter().rev().find_map(|file| file.place(message.name));
            if let (Some(error), Some(place)) = (errors.first(), place) {
                findings
                    .push(Finding::error(BROKEN, format!("`{}` cannot be printed", message.name)).at(&place, error));
            }
        }
    }
}

/// The files of one tag.
#[derive(Default)]
struct Files {
    messages: Vec<Arc<MessageFile>>,
    settings: Vec<(Arc<Source>, LanguageSettings)>,
}

/// Reads languages from their files: the name of each, such as `en-GB.ftl` or `pl.yaml`, and its text. Where two files
/// have one name, the later one adds to the earlier one: the clinic's come after the library's.
///
/// # Errors
/// All that is wrong with them.
pub(super) fn read(files: &[(String, Arc<Source>)]) -> Result<Loaded<Vec<Pack>>, Vec<Finding>> {
    let (mut by_tag, mut findings) = (BTreeMap::<String, Files>::new(), Vec::new());
    for (name, source) in files {
        let Some((tag, ending)) = name.rsplit_once('.') else { continue };
        let own = by_tag.entry(tag.to_owned()).or_default();
        match ending {
            "ftl" => match MessageFile::read(source) {
                Ok(file) => own.messages.push(Arc::new(file)),
                Err(errors) => findings.extend(errors),
            },
            _ => match model::load::<LanguageSettings>(source) {
                Ok(loaded) => {
                    findings.extend(loaded.warnings);
                    own.settings.push((Arc::clone(source), loaded.value));
                }
                Err(errors) => findings.extend(errors),
            },
        }
    }
    if has_errors(&findings) {
        return Err(findings);
    }
    let packs: Vec<Pack> = by_tag.keys().filter_map(|tag| pack(tag, &by_tag, &mut findings)).collect();
    if !packs.iter().any(|pack| pack.tag == tag::SOURCE) {
        findings.push(Finding::error(SETTINGS, "there is no English (en.ftl): other languages are held against it"));
    }
    if has_errors(&findings) {
        return Err(findings);
    }
    Ok(Loaded { value: packs, warnings: findings })
}

/// The language of a tag, with that of its language below it where it names a country.
fn pack(tag: &str, by_tag: &BTreeMap<String, Files>, findings: &mut Vec<Finding>) -> Option<Pack> {
    let base = tag::primary(tag);
    let own = by_tag.get(tag)?;
    let below = by_tag.get(base).filter(|_| base != tag);
    let layers = || below.into_iter().chain([own]);
    let files: Vec<Arc<MessageFile>> = layers().flat_map(|files| files.messages.iter().map(Arc::clone)).collect();
    let mut settings = LanguageSettings::default();
    for (_, more) in layers().flat_map(|files| &files.settings) {
        settings = over(settings, more.clone());
    }
    let first = own.settings.first().map(|(source, _)| source).or(own.messages.first().map(|file| &file.source));
    if files.is_empty() {
        let message = format!("there is no {base}.ftl for {tag}");
        let help = format!("write languages/{base}.ftl with all messages; {tag} then says what differs");
        let finding = Finding::error(SETTINGS, message).help(help);
        findings.push(match first {
            Some(source) => {
                let place = Place { source: Arc::clone(source), span: 0..0 };
                finding.at(&place, "this file alone is no language")
            }
            None => finding,
        });
        return None;
    }
    for (_, own) in &own.settings {
        check_settings(own, &settings, findings);
    }
    ftl::check(&files, &format!("{tag}.ftl"), findings);
    let is_clinics = own.messages.iter().any(|file| !file.source.is_built_in());
    let pack = Pack { tag: tag.to_owned(), files, settings, is_stale: false, messages: OnceLock::new() };
    // What is built in is tried by a test.
    if is_clinics && !has_errors(findings) {
        pack.try_all(findings);
    }
    Some(pack)
}

/// Settings with others put over them.
fn over(below: LanguageSettings, above: LanguageSettings) -> LanguageSettings {
    let mut words = below.words;
    words.extend(above.words);
    LanguageSettings {
        name: above.name.or(below.name),
        draft: above.draft.or(below.draft),
        direction: above.direction.or(below.direction),
        family: above.family.or(below.family),
        country: above.country.or(below.country),
        paper: above.paper.or(below.paper),
        week_starts: above.week_starts.or(below.week_starts),
        words,
        readability: above.readability.or(below.readability),
    }
}

/// What cannot be used of the settings of one file; `whole` is what they come to.
fn check_settings(own: &LanguageSettings, whole: &LanguageSettings, findings: &mut Vec<Finding>) {
    if let Some(family) = &own.family {
        let bundled = FontSet::new(Vec::new());
        if !bundled.has_family(&family.value) {
            findings.push(
                Finding::error(SETTINGS, format!("unknown typeface `{}`", family.value))
                    .at(&family.place, "it is not bundled")
                    .help(format!("bundled are: {}", bundled.families().join(", "))),
            );
        }
    }
    let Some(readability) = &own.readability else { return };
    let syllables = whole.readability.as_ref().and_then(|readability| readability.syllables.as_ref());
    for measure in &readability.measures {
        if measure.formula.value.needs_syllables() && syllables.is_none() {
            findings.push(
                Finding::error(SETTINGS, "this formula needs syllables, and the language has no counter for them")
                    .at(&measure.formula.place, "what counts them?")
                    .help("write `syllables: english` or `syllables: spanish`, or use the formula `lix`"),
            );
        }
        if measure.is_past(measure.error, measure.warning) {
            findings.push(
                Finding::error(SETTINGS, "the limits of this formula are the wrong way round")
                    .at(&measure.formula.place, "a text passes `warning` before it passes `error`"),
            );
        }
    }
}
