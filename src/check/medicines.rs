//! H206: a medicine that is named without a word on whom to ask or how to take it.

use super::prose::{of_item, plain};
use super::words::{Patterns, Tongue, Words};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::{Item, Tier};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H206",
    title: "a medicine without a word of care",
    meaning: "An item, an answer or a paragraph names a medicine, and nothing in it says to ask first, not to take it, or \
              how to take it: `ask`, `do not`, `unless a doctor`, `prescribed`, `pharmacist`, `lowest dose`, `follow the \
              pack`. In an item that is labelled `specialist-only` or `do-not-use` the label itself is that word, \
              as long as the text does not tell her to take the medicine. The help box is left out.",
    why: "In pregnancy no medicine is right for every woman. Who reads a name alone may buy it.",
    example: Example::Handout {
        bad: "prevention:\n  items:\n    - Keep some paracetamol in your bag.\n",
        good: "prevention:\n  items:\n    - Take paracetamol (a common pain medicine) at the lowest dose that helps. Ask us if you need it often.\n",
    },
    standard: "Clinical brief, five things every page must say (3), and 1.0b, after MHRA and ACOG.",
    safety: true,
}];

/// Names of medicines for pain.
const MEDICINES: Patterns = Patterns {
    english: &[
        "paracetamol/acetaminophen/tylenol/panadol/ibuprofen/advil/nurofen/naproxen/diclofenac/aspirin/nsaid*/codeine/tramadol/\
                morphine/oxycodone/hydrocodone/opioid*/pregabalin/gabapentin/muscle relaxant*/muscle relaxer*/diazepam/voltarol/\
                voltaren/cyclobenzaprine/antidepressant*/amitriptyline",
    ],
    spanish: &[
        "paracetamol/acetaminofen/tylenol/panadol/ibuprofeno/naproxeno/diclofenaco/aspirina/aine/aines/codeina/tramadol/morfina/\
                oxicodona/opioide*/pregabalina/gabapentina/relajante muscular/relajantes musculares/diazepam/antidepresivo*/\
                amitriptilina",
    ],
};

/// What says to take care.
const CARE: Patterns = Patterns {
    english: &[
        "ask/do not/not/never/unless/doctor/gp/midwife/prescri*/pharmacist/specialist/lowest dose/low dose/follow the pack/\
                follow the label/avoid*/skip/your team/check with/talk to us/call us/call your",
    ],
    spanish: &[
        "pregunt*/consult*/no/nunca/salvo/excepto/medico/medica/doctor/doctora/partera/matrona/recet*/farmaceutic*/especialista/\
                dosis mas baja/menor dosis/dosis baja/siga/evit*/su equipo/llame",
    ],
};

/// What tells her to take it.
const ADVICE: Patterns = Patterns {
    english: &["take/takes/taking/use/try/buy/rub/apply/swallow"],
    spanish: &["tome/toma/tomar/use/usar/pruebe/compre/aplique/unte"],
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    let Some(tongue) = Tongue::of(handout) else { return };
    let mut read = |place: &Located<String>, printed: &str, warned: bool| {
        let words = Words::of(printed);
        let bare = !warned || ADVICE.find(tongue, &words);
        if bare && MEDICINES.find(tongue, &words) && !CARE.find(tongue, &words) {
            findings.push(
                Finding::error("H206", "a medicine is named without saying to ask first or how to take it")
                    .at(&place.place, "no word here on whom to ask, or how to take it")
                    .help(
                        "add, for example: “Ask us first”, or “Use the lowest dose that helps, for the shortest time”",
                    ),
            );
        }
    };
    let sections = [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten();
    let intros = sections.map(|section| &section.intro).chain(handout.more.iter().map(|more| &more.intro));
    let exercises = handout.exercises.iter().map(|exercises| &exercises.intro);
    for text in intros.chain(exercises).flatten().chain([&handout.summary]).chain(&handout.seek_care.note) {
        read(text, &plain(&text.value, &values).join(" "), false);
    }
    let signs: Vec<&Item> = handout.seek_care.tiers().into_iter().flat_map(Tier::all_signs).collect();
    for item in handout.all_items().filter(|item| !signs.iter().any(|sign| std::ptr::eq(*sign, *item))) {
        let warned = item.evidence.as_ref().is_some_and(|label| label.value.warns());
        read(item.name.as_ref().unwrap_or(&item.text), &of_item(item, &values), warned);
    }
    for question in handout.questions.iter().flatten() {
        let printed = [&question.question, &question.answer].map(|text| plain(&text.value, &values).join(" "));
        read(&question.answer, &printed.join(" "), false);
    }
}
