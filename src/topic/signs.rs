//! `signs.yaml`: the warning signs of a topic, and how the lines of a help box are held against them.
//!
//! The same comparison judges the help box of a handout and the standard boxes of the pack, so that the two cannot differ.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Place;
use crate::model::Located;
use crate::model::handout::ContactNumber;
use crate::model::key::Key;
use crate::model::patterns::{Patterns, Words};

/// Stands for every stage.
const ALL: &str = "all";

/// `signs.yaml`: the warning signs, the most urgent first.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    /// The signs.
    pub signs: Vec<Sign>,
    /// Words by which a tier says what to do, such as `call` or `go`: one of them stands over its signs.
    #[serde(default)]
    pub actions: Patterns,
    /// Lines that do not belong in a tier although they sound as if.
    #[serde(default)]
    pub no_signs: Vec<NoSign>,
    /// Dangers that a text must not send to the clinic's own line.
    #[serde(default)]
    pub wrong_places: Vec<WrongPlace>,
}

/// A line that does not belong in a tier although it sounds as if.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoSign {
    /// The tier.
    #[schemars(example = &"emergency")]
    pub tier: Located<Key>,
    /// How it is recognised.
    pub words: Patterns,
    /// What is told of it.
    pub finding: OwnFinding,
}

/// A danger that a text must not send to the clinic's own line.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrongPlace {
    /// What an item or an answer is about.
    pub about: Patterns,
    /// What is dangerous then.
    pub danger: Patterns,
    /// Words by which a sentence sends her to the wrong place.
    pub not_to: Patterns,
    /// Numbers by which it does.
    #[serde(default)]
    pub not_numbers: Vec<Located<ContactNumber>>,
    /// What is told of it.
    pub finding: OwnFinding,
}

/// Stages by the tier that a sign belongs to in them; `all` stands for every stage.
pub type ByTier = BTreeMap<Key, Vec<Located<Key>>>;

/// A warning sign.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// What it is, as in `a warning sign is missing: chest pain`.
    #[schemars(example = &"chest pain")]
    pub name: Located<String>,
    /// By tier, the stages whose help box must have a line about it: in this tier or in a more urgent one.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<Key>>")]
    pub needed: ByTier,
    /// By tier, the stages whose help box need not have it; where it does, it stands in this tier or in a more urgent one.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<Key>>")]
    pub named: ByTier,
    /// Words for it.
    #[schemars(example = &"Chest pain, or trouble breathing")]
    pub line: Located<String>,
    /// How a line that says it is recognised, by language.
    pub words: Patterns,
}

/// The words of a finding that a topic brings.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnFinding {
    /// What is wrong, in one line.
    #[schemars(example = &"a cold is no emergency")]
    pub message: Located<String>,
    /// The reason, beside the place.
    #[schemars(example = &"this sends people to the emergency number")]
    pub because: Located<String>,
    /// How to mend it.
    #[schemars(example = &"write: A fever that does not go down")]
    pub help: Located<String>,
    /// Why it matters, for `handout explain`.
    #[schemars(example = &"Who is sent away from the emergency department does not come back when it matters.")]
    pub why: Located<String>,
    /// Where it comes from, for `handout explain`.
    #[schemars(example = &"The practice's clinical lead.")]
    pub standard: Located<String>,
}

/// Where a sign belongs in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belongs {
    /// The mildest tier that it may stand in.
    pub tier: Key,
    /// Whether a help box for the stage must have it.
    pub needed: bool,
}

/// A line of a help box, folded for reading.
#[derive(Clone, Debug)]
pub struct SignLine {
    /// Its words, with those of the line over its group.
    pub words: Words,
    /// The tier that it stands in.
    pub tier: Key,
}

/// A line that stands in a tier that is too mild for what it says.
#[derive(Clone, Copy, Debug)]
pub struct TooMild<'t> {
    /// Which line it is.
    pub line: usize,
    /// The most urgent sign that it says.
    pub sign: &'t Sign,
    /// Where that belongs.
    pub tier: Key,
}

/// What is wrong with the lines of a help box.
#[derive(Clone, Debug, Default)]
pub struct Judgement<'t> {
    /// Signs that the stage needs and no line says, each with the tier that it belongs to.
    pub missing: Vec<(&'t Sign, Key)>,
    /// Lines that stand in a tier that is too mild.
    pub too_mild: Vec<TooMild<'t>>,
    /// Signs that the stage needs and that cannot be recognised in the language.
    pub unread: Vec<&'t Sign>,
}

impl Sign {
    /// Where it belongs in `stage`, if it is a sign of it at all.
    #[must_use]
    pub fn in_stage(&self, stage: Key) -> Option<Belongs> {
        let of = |by_tier: &ByTier| {
            let has = |stages: &Vec<Located<Key>>| stages.iter().any(|own| own.value == stage || own.value == ALL);
            by_tier.iter().find(|(_, stages)| has(stages)).map(|(tier, _)| *tier)
        };
        let needed = of(&self.needed).map(|tier| Belongs { tier, needed: true });
        needed.or_else(|| of(&self.named).map(|tier| Belongs { tier, needed: false }))
    }

    /// Whether a line says it in `language`.
    #[must_use]
    pub fn is_said_by(&self, words: &Words, language: &str) -> bool {
        self.words.find(language, words)
    }
}

impl Signs {
    /// The stages that signs are for, each with its place.
    pub(super) fn stages(&self) -> impl Iterator<Item = (Key, &Place)> {
        let by_tier = self.signs.iter().flat_map(|sign| sign.needed.values().chain(sign.named.values()));
        by_tier.flatten().filter(|stage| stage.value != ALL).map(|stage| (stage.value, &stage.place))
    }

    /// Whether any sign can be recognised in `language`.
    #[must_use]
    pub fn can_read(&self, language: &str) -> bool {
        self.signs.iter().any(|sign| !sign.words.of(language).is_empty())
    }

    /// Holds the lines of a help box for `stage` against the signs; `tiers` are all tiers, the most urgent first. A line
    /// may say several signs; it is as urgent as the most urgent of them, and a sign that is said twice is as mild as
    /// its milder line.
    #[must_use]
    pub fn judge(&self, lines: &[SignLine], stage: Key, language: &str, tiers: &[Key]) -> Judgement<'_> {
        let rank = |tier: Key| tiers.iter().position(|own| *own == tier).unwrap_or(tiers.len());
        let mut judgement = Judgement::default();
        let mut most_urgent: Vec<Option<(&Sign, Key)>> = vec![None; lines.len()];
        for (sign, belongs) in self.signs.iter().filter_map(|sign| Some((sign, sign.in_stage(stage)?))) {
            if sign.words.of(language).is_empty() {
                judgement.unread.extend(belongs.needed.then_some(sign));
                continue;
            }
            let mut is_said = false;
            for (line, most) in lines.iter().zip(&mut most_urgent) {
                if !sign.is_said_by(&line.words, language) {
                    continue;
                }
                is_said = true;
                if most.is_none_or(|(_, tier)| rank(belongs.tier) < rank(tier)) {
                    *most = Some((sign, belongs.tier));
                }
            }
            if belongs.needed && !is_said {
                judgement.missing.push((sign, belongs.tier));
            }
        }
        let mild = lines.iter().zip(most_urgent).enumerate().filter_map(|(index, (line, most))| {
            let (sign, tier) = most.filter(|(_, tier)| rank(*tier) < rank(line.tier))?;
            Some(TooMild { line: index, sign, tier })
        });
        judgement.too_mild = mild.collect();
        judgement
    }
}
