//! H210: a line that does not belong in its tier although it sounds as if. H211: an emergency that is sent to the wrong
//! place. What they are is asked of the topic.

use super::prose::{of_item, plain};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::{Item, Tier};
use crate::model::patterns::{Words, primary_language, sentences};
use crate::model::text;
use crate::topic::signs::{OwnFinding, WrongPlace};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H210",
        title: "a line that does not belong in its tier",
        meaning: "A line of the help box sounds like a sign of its tier and is none. The topic says which lines these are.",
        why: "Who is sent to the emergency number for what is no emergency does not believe the lines beside it.",
        example: Example::OfTopic,
        standard: "House rule: the help box tells apart what cannot wait and what can.",
        safety: true,
    },
    Explanation {
        code: "H211",
        title: "an emergency that is sent to the wrong place",
        meaning: "An item or an answer has a sentence that sends someone in danger to a line that may not be answered, such \
                  as `call us` or `call {{phone}}`. The topic says which dangers these are.",
        why: "Some dangers leave hours. The clinic's own line is closed at night.",
        example: Example::OfTopic,
        standard: "House rule: a sign names whom to call, and that line is answered.",
        safety: true,
    },
];

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, topic, values) = (subject.handout, subject.topic, subject.values());
    let language = primary_language(&handout.language.value);
    for wrong in &topic.signs.no_signs {
        let says = |sign: &&Item| wrong.words.find(&language, &Words::of(&of_item(sign, &values)));
        let signs = handout.seek_care.tier(wrong.tier.value).into_iter().flat_map(Tier::all_signs);
        let found = |sign: &Item| told("H210", &wrong.finding).at(&sign.text.place, &*wrong.finding.because);
        findings.extend(signs.filter(says).map(found));
    }
    let mut read = |name: Option<&Located<String>>, text: &Located<String>| {
        let whole = name.map(|name| plain(&name.value, &values).join(" ")).unwrap_or_default();
        let about = Words::of(&format!("{whole}. {}", plain(&text.value, &values).join(" ")));
        for wrong in topic.signs.wrong_places.iter().filter(|wrong| wrong.about.find(&language, &about)) {
            if let Some(sentence) = sent_wrongly(wrong, &text.value, &language) {
                findings.push(told("H211", &wrong.finding).at(&text.place.of(sentence), &*wrong.finding.because));
            }
        }
    };
    for item in handout.all_items() {
        read(item.name.as_ref(), &item.text);
    }
    for asked in handout.questions.iter().flatten() {
        read(Some(&asked.question), &asked.answer);
    }
}

/// The sentence of a text that sends a danger to the wrong place. It is read as written, since `{{phone}}` is a mere number
/// once it is printed.
fn sent_wrongly<'t>(wrong: &WrongPlace, text: &'t str, language: &str) -> Option<&'t str> {
    let names_number = |sentence: &str| {
        let names = |name: &str| {
            // Markup may hide a placeholder from its reader.
            let written = sentence.contains(&format!("{{{{{name}}}}}"));
            written || text::placeholders(sentence).iter().any(|placeholder| placeholder.name == name)
        };
        wrong.not_numbers.iter().any(|number| names(number.value.name()))
    };
    let is_wrong = |(sentence, words): &(&str, Words)| {
        wrong.danger.find(language, words) && (names_number(sentence) || wrong.not_to.find(language, words))
    };
    sentences(text).into_iter().find(is_wrong).map(|(sentence, _)| sentence)
}

/// A finding in the topic's words.
fn told(code: &'static str, words: &OwnFinding) -> Finding {
    Finding::error(code, words.message.value.trim()).help(words.help.value.trim())
}
