//! H210: being unable to poo as an emergency. H211: an emergency after an epidural that is sent to the clinic.

use super::prose::{of_item, plain};
use super::words::{Patterns, Tongue, Words, sentences};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::text;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H210",
        title: "constipation as an emergency",
        meaning: "A sign in `emergency` says that she cannot poo, as in `you cannot pass pee or poo`. Losing control of poo \
                  is an emergency; constipation, which most pregnant women know, is none.",
        why: "Who is sent to the emergency number for constipation does not believe the line about a pressed nerve.",
        example: Example::Handout {
            bad: concat!(
                "seek_care:\n  # …\n  emergency:\n",
                "    - text: Numb or tingling skin between your legs, on your genitals or bottom\n",
                "    - text: You cannot control or pass pee or poo\n",
                "    - text: You lose feeling or strength in one or both legs\n",
                "    - text: Heavy bleeding, or constant strong belly or back pain with a hard, sore belly\n",
                "    - text: Chest pain, trouble breathing, coughing blood, or fainting\n",
                "    - text: Sudden very bad pain in your chest or upper back, like a rip or tear\n",
                "    - text: A fit (seizure), a sudden worst-ever headache, a droopy face, or trouble speaking\n",
                "    - text: You feel the baby coming, or you see or feel the cord\n",
                "    - text: A bad fall, crash or blow\n",
                "    - text: A fever and you feel very ill or confused\n",
                "    - text: You think you may hurt yourself\n",
            ),
            good: concat!(
                "seek_care:\n  # …\n  emergency:\n",
                "    - text: Numb or tingling skin between your legs, on your genitals or bottom\n",
                "    - text: You cannot pee, cannot feel it when you pee, or you lose control of pee or poo\n",
                "    - text: You lose feeling or strength in one or both legs\n",
                "    - text: Heavy bleeding, or constant strong belly or back pain with a hard, sore belly\n",
                "    - text: Chest pain, trouble breathing, coughing blood, or fainting\n",
                "    - text: Sudden very bad pain in your chest or upper back, like a rip or tear\n",
                "    - text: A fit (seizure), a sudden worst-ever headache, a droopy face, or trouble speaking\n",
                "    - text: You feel the baby coming, or you see or feel the cord\n",
                "    - text: A bad fall, crash or blow\n",
                "    - text: A fever and you feel very ill or confused\n",
                "    - text: You think you may hurt yourself\n",
            ),
        },
        standard: "Clinical brief 1.0c, after GIRFT: signs of cauda equina syndrome.",
        safety: true,
    },
    Explanation {
        code: "H211",
        title: "an emergency after an epidural that is sent to the clinic",
        meaning: "An item or an answer about an epidural or a spinal has a sentence that says to call the clinic (`call us`, \
                  `call {{phone}}`) for legs that are weak or numb, or for fever.",
        why: "A bleed or an infection beside the spine can take the use of the legs within hours. The clinic's line is closed \
              at night.",
        example: Example::Handout {
            bad: "questions:\n  - question: Will an epidural (a pain-blocking injection) hurt my back?\n    answer: No. Call us if your legs are weak.\n",
            good: "questions:\n  - question: Will an epidural (a pain-blocking injection) hurt my back?\n    answer: No. Call {{emergency_number}} if your legs are weak.\n",
        },
        standard: "Clinical brief 1.0c, after OAA, RCoA: problems after an epidural or spinal.",
        safety: true,
    },
];

/// Being unable to poo.
const NO_POO: Patterns = Patterns {
    english: &[
        "cannot poo/cannot pee or poo/cannot wee or poo/unable to poo/unable to pee or poo/pass pee or poo/pass poo/pass stool*/\
                pass urine or stool*/cannot open your bowel*/open your bowel*/bowel movement/constipat*",
    ],
    spanish: &["no puede evacuar/no puede defecar/no puede hacer caca/no puede orinar ni evacuar/estren*"],
};

/// A numbing injection at the spine.
const EPIDURAL: Patterns = Patterns {
    english: &["epidural*/a spinal/spinal block/spinal anaesthe*/spinal anesthe*/or spinal"],
    spanish: &["epidural*/raquidea/anestesia espinal"],
};

/// What is an emergency after it.
const DANGER: Patterns = Patterns { english: &["weak*/numb*/fever*"], spanish: &["debil*/entumec*/adormec*/fiebre"] };

/// Whom not to send her to.
const THE_CLINIC: Patterns = Patterns {
    english: &[
        "call us/ring us/phone us/tell us/ask us/contact us/see us/let us know/call the clinic/call our clinic/call our office/\
                call the office/call your midwife/call your gp/call your doctor/book",
    ],
    spanish: &[
        "llamenos/diganos/avisenos/consultenos/llame a la clinica/llame a su partera/llame a su medico/haga una cita",
    ],
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    let Some(tongue) = Tongue::of(handout) else { return };
    for sign in handout.seek_care.emergency.all_signs() {
        if NO_POO.find(tongue, &Words::of(&of_item(sign, &values))) {
            findings.push(
                Finding::error("H210", "constipation is no emergency")
                    .at(&sign.text.place, "this sends her to the emergency number")
                    .help("write: You cannot pee, cannot feel when you pee, or lose control of pee or poo"),
            );
        }
    }
    let mut read = |name: Option<&Located<String>>, text: &Located<String>| {
        let whole = name.map(|name| plain(&name.value, &values).join(" ")).unwrap_or_default();
        let about = Words::of(&format!("{whole}. {}", plain(&text.value, &values).join(" ")));
        if !EPIDURAL.find(tongue, &about) {
            return;
        }
        // As written, since `{{phone}}` is a mere number once it is printed.
        let wrong = sentences(&text.value).into_iter().find(|(sentence, words)| {
            let office =
                sentence.contains("{{phone}}") || text::placeholders(sentence).iter().any(|p| p.name == "phone");
            DANGER.find(tongue, words) && (office || THE_CLINIC.find(tongue, words))
        });
        if let Some((sentence, _)) = wrong {
            findings.push(
                Finding::error("H211", "an emergency after an epidural is sent to the clinic")
                    .at(&text.place.of(sentence), "nobody may answer there at night")
                    .help("write: Call {{emergency_number}} if …"),
            );
        }
    };
    for item in handout.all_items() {
        read(item.name.as_ref(), &item.text);
    }
    for asked in handout.questions.iter().flatten() {
        read(Some(&asked.question), &asked.answer);
    }
}
