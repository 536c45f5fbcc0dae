//! H105: words to avoid, each with what to say instead.

mod table;

use std::sync::LazyLock;

use self::table::{AVOIDED, Avoided, Fine};
use super::reading;
use super::reading::phrases::{Index, Token, is_negated, span_of, tokens};
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H105",
        title: "words to avoid",
        meaning: "Words that blame, frighten, sell or say nothing, such as `bad posture`, `slipped disc`, `miracle`, \
                  `restores balance` or `symptoms persist`; and an emergency number that is written into a text. A \
                  question may ask whether pain is normal, and what is denied is not found. English only.",
        why: "Words can make pain worse: who thinks her spine is weak or out of place moves less and worries more.",
        example: Example::Handout {
            bad: "questions:\n  - question: Why does it hurt?\n    answer: Bad posture puts bones out of place. Call \
                  911 if symptoms persist.\n",
            good: "questions:\n  - question: Is back pain normal in pregnancy?\n    answer: It is common. Sitting one \
                   way for too long can make you sore. Hold a rail to keep your balance.\n",
        },
        standard: "Clinical brief 4B.",
        safety: false,
    }],
    check: Check::Text(check),
};

/// Emergency numbers of some country.
const EMERGENCY: &[&str] = &["911", "999", "112", "000", "111"];

/// Words before a number that is to be called.
const CALLING: &[&str] = &["call", "dial", "ring", "phone"];

fn check(prose: &Prose<'_>, findings: &mut Vec<Finding>) {
    if !prose.language.is_source() {
        return;
    }
    for sentence in prose.blocks.iter().flat_map(|block| reading::sentences(block)) {
        for (words, say) in avoided(sentence) {
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
fn avoided(sentence: &str) -> Vec<(&str, &'static str)> {
    static INDEX: LazyLock<Index> = LazyLock::new(|| {
        let entries = AVOIDED.iter().enumerate();
        Index::new(entries.flat_map(|(index, entry)| entry.phrases.iter().map(move |phrase| (index, *phrase))))
    });
    let words = tokens(sentence);
    let mut found = Vec::new();
    for at in 0..words.len() {
        if let Some((index, length)) = INDEX.longest(&words, at)
            && let entry = &AVOIDED[index]
            && !is_fine(entry, sentence, &words, at, length)
        {
            found.push((&sentence[span_of(&words[at..at + length])], entry.say));
        }
    }
    found
}

fn is_fine(entry: &Avoided, sentence: &str, words: &[Token], at: usize, length: usize) -> bool {
    let asks = sentence.trim_end_matches(['”', '"', ')']).ends_with('?');
    let near = |from: usize, known: &[&str]| {
        words[at.saturating_sub(from)..at].iter().any(|token| known.contains(&token.word.as_str()))
    };
    let after = words.get(at + length).map_or("", |token| token.word.as_str());
    match entry.fine {
        Fine::Never => false,
        Fine::Denied => asks || is_negated(words, at),
        Fine::AsSign => near(1, &["sudden", "new", "constant"]),
        Fine::Hedged => {
            asks || is_negated(words, at)
                || near(3, &["if", "whether", "unless", "until", "when", "where", "you", "be", "thought"])
        }
        Fine::WithReason => words.iter().any(|token| matches!(token.word.as_str(), "because" | "since" | "so")),
        Fine::AsVirtue => {
            near(1, &["be", "being", "very", "more", "stay"])
                || matches!(after, "with" | "portal" | "advice" | "experience" | "advocate")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::avoided;

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
