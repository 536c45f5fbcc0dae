//! Safety texts that were translated from a text that has changed since.

use std::collections::BTreeMap;

use super::Topic;
use super::safety::{Length, Safety, SafetyList};
use crate::diag::{Finding, Place};
use crate::model::unit::{Unit, source_hash};

/// A text that was translated from an older one: its name, where the old hash stands, and the hash of the text now.
type Stale = (String, Place, String);

impl Topic {
    /// A finding (W005) for each language whose safety texts were translated from an older text.
    #[must_use]
    pub fn stale(&self) -> Vec<Finding> {
        let finding = |texts: &Safety| {
            let stale = self.stale_in(texts);
            let (_, place, _) = stale.first()?;
            let names: Vec<String> = stale.iter().map(|(name, _, now)| format!("{name} (now {now})")).collect();
            Some(
                Finding::warning("W005", format!("translated from an older text: {}", names.join(", ")))
                    .at(place, "the text that it was made from has another hash now")
                    .help("translate them anew, then write the new hash"),
            )
        };
        self.safety.values().filter_map(finding).collect()
    }

    /// Whether the safety texts for a tag were translated from an older text, in part or whole.
    #[must_use]
    pub fn is_stale(&self, tag: &str) -> bool {
        self.safety(tag).is_some_and(|texts| !self.stale_in(texts).is_empty())
    }

    fn stale_in(&self, texts: &Safety) -> Vec<Stale> {
        let source = self.about.languages.first().and_then(|first| self.safety.get(&first.value));
        let source = source.map(units).unwrap_or_default();
        let stale = |(name, unit): (String, &Unit)| {
            let original = &source.get(&name)?.text.value;
            let of = unit.of.as_ref().filter(|_| unit.is_stale(original))?;
            Some((name, of.place.clone(), source_hash(original)))
        };
        units(texts).into_iter().filter_map(stale).collect()
    }
}

/// All texts, each by the ids that lead to it: `full.stop.chest-pain`.
fn units(texts: &Safety) -> BTreeMap<String, &Unit> {
    let mut units = BTreeMap::new();
    for (length, lists) in [(Length::Full, &texts.full), (Length::Strip, &texts.strip), (Length::Stop, &texts.stop)] {
        for list in lists {
            of_list(length.name(), list, &mut units);
        }
    }
    units
}

fn of_list<'t>(length: &str, list: &'t SafetyList, units: &mut BTreeMap<String, &'t Unit>) {
    let own = format!("{length}.{}", list.id.value);
    units.insert(format!("{own}.title"), &list.title);
    units.extend(list.intro.iter().map(|unit| (format!("{own}.intro"), unit)));
    units.extend(list.items.iter().map(|item| (format!("{own}.{}", item.id.value), &item.text)));
    units.extend(list.outro.iter().map(|unit| (format!("{own}.outro"), unit)));
}
