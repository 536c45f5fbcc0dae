//! Approvals: a clinician's word for exactly one text. When the text changes, the word no longer counts.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::dose::Dose;
use super::exercise::{Exercise, Library};
use super::handout::{Group, Handout, Item, Review, Stage};
use super::{Located, safety};

/// Texts that were approved once, by their hash: what a changed text is compared with.
pub type Approved = BTreeMap<String, String>;

/// A profession whose approval every leaflet needs (clinical brief, part 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A midwife.
    Midwife,
    /// A physiotherapist for pregnancy.
    Physiotherapist,
    /// An obstetrician.
    Obstetrician,
}

impl Role {
    /// All that are needed.
    pub const ALL: [Self; 3] = [Self::Midwife, Self::Physiotherapist, Self::Obstetrician];

    /// The role that a clinician's own words name, if it is one of those that are needed.
    #[must_use]
    pub fn named(words: &str) -> Option<Self> {
        let words = words.to_lowercase();
        let names: [(&str, Self); 5] = [
            ("midwi", Self::Midwife),
            ("physio", Self::Physiotherapist),
            ("physical therap", Self::Physiotherapist),
            ("obstetrician", Self::Obstetrician),
            ("ob-gyn", Self::Obstetrician),
        ];
        names.into_iter().find(|(name, _)| words.contains(name)).map(|(_, role)| role)
    }

    /// With its article, for messages.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Midwife => "a midwife",
            Self::Physiotherapist => "an obstetric physiotherapist",
            Self::Obstetrician => "an obstetrician",
        }
    }
}

/// How a handout's approvals stand.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Approvals of exactly this text.
    pub valid: Vec<&'a Review>,
    /// Approvals of another text.
    pub lapsed: Vec<&'a Review>,
    /// Roles whose valid approval is missing.
    pub missing: Vec<Role>,
}

impl Standing<'_> {
    /// Whether the leaflet is a draft still.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        !self.missing.is_empty()
    }
}

/// How the approvals of `handout` stand.
#[must_use]
pub fn standing<'a>(handout: &'a Handout, exercises: &Library) -> Standing<'a> {
    let reviews = &handout.imprint.reviewed_by;
    let hash = if reviews.is_empty() { String::new() } else { text_hash(handout, exercises) };
    let (valid, lapsed): (Vec<&Review>, Vec<&Review>) = reviews.iter().partition(|review| review.hash.value == hash);
    let has = |role: &Role| valid.iter().any(|review| Role::named(&review.role.value) == Some(*role));
    let missing = Role::ALL.into_iter().filter(|role| !has(role)).collect();
    Standing { valid, lapsed, missing }
}

/// The hash of [`text`].
#[must_use]
pub fn text_hash(handout: &Handout, exercises: &Library) -> String {
    hash(&text(handout, exercises))
}

/// SHA-256 of a text, in hexadecimal.
#[must_use]
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// All that a clinician approves, a text a line, each after the part it belongs to: texts, evidence labels, numbers
/// and dates of the handout, the exercises that it names, and the safety box that is printed with them. Approvals
/// themselves do not count, nor does the brand.
#[must_use]
pub fn text(handout: &Handout, exercises: &Library) -> String {
    let mut lines = Lines::default();
    lines.add("title", &handout.title.value);
    lines.all("subtitle", &handout.subtitle);
    lines.add("stage", &format!("{:?}", handout.stage.value));
    lines.add("language", &handout.language.value);
    lines.add("summary", &handout.summary.value);
    let sections =
        [("causes", &handout.causes), ("prevention", &handout.prevention), ("treatments", &handout.treatments)];
    for (name, section) in sections {
        let Some(section) = section else { continue };
        lines.all(name, &section.title);
        lines.all(name, &section.intro);
        lines.picture(name, &section.picture);
        lines.items(name, &section.items);
        lines.groups(name, &section.groups);
        lines.items(&format!("{name}, keep taking"), &section.keep_taking);
    }
    for more in &handout.more {
        let name = more.title.value.as_str();
        lines.add("more", name);
        lines.all(name, &more.intro);
        lines.picture(name, &more.picture);
        lines.items(name, &more.items);
        lines.groups(name, &more.groups);
    }
    if let Some(shown) = &handout.exercises {
        lines.all("exercises", &shown.title);
        lines.all("exercises", &shown.intro);
        lines.picture("exercises", &shown.picture);
        lines.items("exercises", &shown.items);
        let cards: Vec<&str> = shown.cards.iter().map(|id| id.value.as_str()).collect();
        lines.add("exercises, cards", &cards.join(", "));
        for id in shown.ids() {
            match exercises.get(&id.value) {
                Some(exercise) => lines.exercise(exercise),
                None => lines.add("exercise", &id.value),
            }
        }
        for list in safety::EN.lists(handout.stage.value) {
            list.texts().for_each(|words| lines.add("exercise safety", words));
        }
    }
    for question in handout.questions.iter().flatten() {
        lines.add("questions", &format!("{} {}", question.question.value, question.answer.value));
    }
    let care = &handout.seek_care;
    lines.all("seek_care", &care.title);
    for (name, tier) in ["emergency", "same_day", "routine"].into_iter().zip(care.tiers()) {
        lines.all(name, &tier.call);
        lines.all(&format!("{name}, without a maternity line"), &tier.call_without_maternity_line);
        for number in tier.numbers.iter().flatten() {
            lines.add(name, &format!("number {:?}", number.value));
        }
        lines.items(name, &tier.signs);
        for group in &tier.groups {
            lines.add(name, &group.intro.value);
            lines.items(name, &group.signs);
        }
    }
    lines.all("seek_care", &care.note);
    let imprint = &handout.imprint;
    for (name, value) in [
        ("version", &imprint.version),
        ("published", &imprint.published),
        ("review", &imprint.review),
        ("author", &imprint.author),
    ] {
        lines.add(name, &value.value);
    }
    lines.0
}

/// What has changed between two texts as [`text`] gives them, each line in words; empty when they are the same.
#[must_use]
pub fn changes(before: &str, now: &str) -> Vec<String> {
    let only_in = |lines: &str, others: &str| -> Vec<String> {
        lines.lines().filter(|line| !others.lines().any(|other| other == *line)).map(str::to_owned).collect()
    };
    let mut changes: Vec<String> = only_in(before, now).iter().map(|line| format!("gone: {line}")).collect();
    changes.extend(only_in(now, before).iter().map(|line| format!("new: {line}")));
    if changes.is_empty() && before != now {
        changes.push("the order of the texts, or how often one stands".to_owned());
    }
    changes
}

/// Lines of a text under construction.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, part: &str, value: &str) {
        let value: Vec<&str> = value.split_whitespace().collect();
        let _ = writeln!(self.0, "{part}: {}", value.join(" "));
    }

    fn all<'a>(&mut self, part: &str, values: impl IntoIterator<Item = &'a Located<String>>) {
        values.into_iter().for_each(|value| self.add(part, &value.value));
    }

    fn picture(&mut self, part: &str, picture: &Option<Located<String>>) {
        picture.iter().for_each(|name| self.add(part, &format!("picture {}", name.value)));
    }

    fn items(&mut self, part: &str, items: &[Item]) {
        for item in items {
            let name = item.name.as_ref().map_or_else(String::new, |name| format!("{}: ", name.value));
            let evidence = item.evidence.as_ref().map_or_else(String::new, |label| format!(" [{:?}]", label.value));
            self.add(part, &format!("{name}{}{evidence}", item.text.value));
        }
    }

    fn groups(&mut self, part: &str, groups: &[Group]) {
        for group in groups {
            self.add(part, &group.title.value);
            self.items(part, &group.items);
        }
    }

    fn exercise(&mut self, exercise: &Exercise) {
        let name = format!("exercise {}", exercise.name.value);
        self.all(&name, &exercise.good_for);
        self.add(&name, &exercise.start.value);
        self.all(&name, &exercise.steps);
        self.add(&name, &dose(&exercise.dose));
        self.all(&name, &exercise.dose.note);
        for stage in Stage::EACH {
            let part = format!("{name}, {stage:?}");
            self.all(&part, exercise.steps_by_stage.get(stage).into_iter().flatten());
            if exercise.dose_by_stage.get(stage).is_some() {
                let own = exercise.dose_in(stage);
                self.add(&part, &dose(&own));
                self.all(&part, &own.note);
            }
        }
        if let Some(week) = &exercise.after_birth_from_week {
            self.add(&name, &format!("from week {} after birth", week.value));
        }
        self.all(&name, &exercise.after_birth_once);
        for limit in &exercise.limits {
            self.add(&name, &format!("{}: {}", limit.when.value, limit.text.value));
        }
        self.add(&name, &format!("stop if {}", exercise.stop_if.value));
    }
}

/// The numbers of a dose, as the YAML names them.
fn dose(dose: &Dose) -> String {
    format!("dose {}", dose.named().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::model::load;

    const HANDOUT: &str = "title: Move
language: en
stage: any
summary: Move often.
exercises: { use: [walk] }
seek_care: { emergency: [You cannot pee], same_day: [Any bleeding], routine: [Pain for weeks] }
imprint: { version: '1', published: 2026-11-20, review: 2028-11-20, author: Jane }
";
    const WALK: &str = "name: Walk
stages: [any]
position: standing
start: Stand tall.
steps: [Walk.]
dose: { minutes: 10 }
stop_if: it hurts.
";

    fn text_of(handout: &str, exercise: &str) -> String {
        let handout = load::<Handout>(&Source::new("handout.yaml", handout)).unwrap().value;
        let exercise = load::<Exercise>(&Source::new("walk.yaml", exercise)).unwrap().value;
        text(&handout, &[("walk".to_owned(), exercise)].into())
    }

    #[test]
    fn whatever_a_patient_reads_changes_the_text() {
        let approved = text_of(HANDOUT, WALK);
        assert_eq!(approved, text_of(HANDOUT, WALK));
        for (from, to) in
            [("Move often", "Move"), ("Any bleeding", "x"), ("2028", "2027"), ("stage: any", "stage: after-birth")]
        {
            assert_ne!(text_of(&HANDOUT.replace(from, to), WALK), approved, "{from}");
        }
        for (from, to) in [("Walk.", "Jump."), ("minutes: 10", "minutes: 90")] {
            assert_ne!(text_of(HANDOUT, &WALK.replace(from, to)), approved, "{from}");
        }
        // How a text is written in YAML does not count.
        assert_eq!(text_of(&HANDOUT.replace("summary: Move often.", "summary: >\n  Move\n  often."), WALK), approved);
    }

    #[test]
    fn changes_are_told_line_by_line() {
        let (before, now) = (text_of(HANDOUT, WALK), text_of(&HANDOUT.replace("Move often", "Rest"), WALK));
        assert_eq!(changes(&before, &now), ["gone: summary: Move often.", "new: summary: Rest."]);
        assert!(changes(&now, &now).is_empty());
        assert_eq!(changes("a: 1\nb: 2\n", "b: 2\na: 1\n"), ["the order of the texts, or how often one stands"]);
    }

    #[test]
    fn a_leaflet_is_a_draft_until_every_role_has_approved_this_text() {
        let with = |reviews: &str| {
            let handout = HANDOUT.replace("author: Jane }", &format!("author: Jane, reviewed_by: [{reviews}] }}"));
            load::<Handout>(&Source::new("handout.yaml", handout)).unwrap().value
        };
        let library = Library::new();
        let hash = text_hash(&with(""), &library);
        let review =
            |role: &str, hash: &str| format!("{{ name: Ann, role: {role}, date: 2026-11-20, hash: '{hash}' }}");
        let one = with(&review("Senior midwife", &hash));
        assert_eq!(standing(&one, &library).missing, [Role::Physiotherapist, Role::Obstetrician]);
        let all = ["midwife", "obstetric physiotherapist", "consultant obstetrician"].map(|role| review(role, &hash));
        assert!(!standing(&with(&all.join(", ")), &library).is_draft());
        let old = with(&review("midwife", "0000"));
        let standing = standing(&old, &library);
        assert!(standing.is_draft() && standing.valid.is_empty() && standing.lapsed.len() == 1);
    }
}
