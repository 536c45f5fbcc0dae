//! H105: words to avoid, each with what to say instead. Which these are is asked of the topic.

use std::ops::Range;

use super::reading;
use super::reading::phrases::{Token, is_negated, span_of, tokens};
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};
use crate::topic::Topic;
use crate::topic::words::{Avoided, WordList};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H105",
        title: "words to avoid",
        meaning: "Words of the topic's list that blame, frighten, sell or say nothing, each with what to say instead; and an \
                  emergency number that is written into a text. The list says where words are fine: often in a question, \
                  and where they are denied.",
        why: "Words can make pain worse: who thinks a body is weak or out of place moves less and worries more.",
        example: Example::OfTopic,
        standard: "House rule, with the topic's list of words.",
        safety: false,
    }],
    check: Check::Text(check),
};

/// Emergency numbers of some country.
const EMERGENCY: &[&str] = &["911", "999", "112", "000", "111"];

/// Words before a number that is to be called.
const CALLING: &[&str] = &["call", "dial", "ring", "phone"];

fn check(prose: &Prose<'_>, topic: &Topic, findings: &mut Vec<Finding>) {
    if !prose.language.is_source() {
        return;
    }
    let list = topic.words("en");
    for sentence in prose.blocks.iter().flat_map(|block| reading::sentences(block)) {
        for (words, say) in list.into_iter().flat_map(|list| avoided(list, sentence)) {
            findings.push(
                Finding::warning("H105", format!("words to avoid: “{words}”"))
                    .at(&prose.place(words), "a reader may take this wrong")
                    .help(format!("say {say}")),
            );
        }
    }
    // As it is written, not as it is printed: a placeholder brings the brand's own number.
    let written = &prose.text.value;
    let words = tokens(written);
    for pair in words.windows(2) {
        if CALLING.contains(&pair[0].word.as_str()) && EMERGENCY.contains(&pair[1].word.as_str()) {
            let number = &written[pair[1].span.clone()];
            findings.push(
                Finding::warning("H105", format!("an emergency number in a text: {number}"))
                    .at(&prose.place(number), "it differs from country to country")
                    .help("write {{emergency_number}}; the brand fills in its own"),
            );
        }
    }
}

/// The words to avoid in a sentence, as they stand in it, with what to say.
fn avoided<'s, 'l>(list: &'l WordList, sentence: &'s str) -> Vec<(&'s str, &'l str)> {
    let words = tokens(sentence);
    let mut found = Vec::new();
    for at in 0..words.len() {
        if let Some((entry, length)) = list.avoided_at(&words, at)
            && !is_fine(list, entry, sentence, &words, at..at + length)
        {
            found.push((&sentence[span_of(&words[at..at + length])], entry.say.as_str()));
        }
    }
    found
}

/// Whether words to avoid are fine where they stand.
fn is_fine(list: &WordList, entry: &Avoided, sentence: &str, words: &[Token], place: Range<usize>) -> bool {
    let Some(context) = entry.fine.as_ref().and_then(|name| list.contexts.get(&name.value)) else { return false };
    let is_one_of = |known: &[String], token: &Token| known.contains(&token.word);
    let asks = || sentence.trim_end_matches(['”', '"', ')']).ends_with('?');
    let before = &words[place.start.saturating_sub(context.within.unwrap_or(1))..place.start];
    context.asked && asks()
        || context.denied && is_negated(words, place.start)
        || before.iter().any(|token| is_one_of(&context.after, token))
        || words.get(place.end).is_some_and(|token| is_one_of(&context.before, token))
        || words.iter().any(|token| is_one_of(&context.with, token))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use crate::topic::Topic;

    /// The topic that ships.
    static TOPIC: LazyLock<Topic> = LazyLock::new(crate::topic::tests::shipped);

    fn avoided(sentence: &str) -> Vec<(&str, &'static str)> {
        super::avoided(TOPIC.words("en").expect("words"), sentence)
    }

    #[test]
    fn words_to_avoid_are_found() {
        for (sentence, words) in [
            ("Backache is normal.", "Backache is normal"),
            ("It is just part of pregnancy.", "just part of pregnancy"),
            ("A slipped disc may hurt.", "slipped disc"),
            ("This can realign your pelvis.", "realign"),
            ("Poor posture strains you.", "Poor posture"),
            ("Severe back pain is common.", "Severe back pain"),
            ("This exercise is safe.", "is safe"),
            ("It restores balance to your body.", "restores balance"),
            ("Try a natural remedy.", "natural remedy"),
            ("This holistic care helps.", "holistic"),
            ("It is a proven cure.", "proven"),
            ("Enjoy this journey.", "this journey"),
            ("You must never lift.", "must never"),
            ("Call if symptoms persist.", "symptoms persist"),
            ("The patient should rest.", "patient"),
            ("Contact your provider.", "Contact your provider"),
            ("An incompetent cervix can open.", "incompetent cervix"),
        ] {
            assert_eq!(avoided(sentence).first().map(|(words, _)| *words), Some(words), "{sentence}");
        }
    }

    #[test]
    fn the_same_words_may_be_fine() {
        for sentence in [
            "Is back pain normal in pregnancy?",
            "Your balance changes, so hold a rail.",
            "You have less energy now.",
            "You may hope for a natural birth.",
            "It does not put bones out of place.",
            "It does not cure pain.",
            "There is no cure.",
            "It is thought to be safe.",
            "Ask if it is safe.",
            "Is it safe?",
            "Sudden, severe pain in your chest",
            "New severe back pain with fever after an epidural",
            "Be patient with yourself.",
            "Stop each hour on a long journey.",
            "If you slipped and fell, call.",
            "Do not do this: it is dangerous because you can fall.",
            "Things go back to normal.",
        ] {
            assert!(avoided(sentence).is_empty(), "{sentence}: {:?}", avoided(sentence));
        }
    }
}
