//! Praise for a treatment that should not be used: a sentence that names it, or that stands under its name, says that it
//! helps, and has no word of caution.

use super::table::{TREATMENTS, Treatment};
use crate::check::prose::plain;
use crate::check::words::{Patterns, Tongue, Words, sentences};
use crate::diag::Finding;
use crate::model::Located;
use crate::model::handout::{Handout, Item, Stage, Tier};
use crate::model::text::Values;

/// What praises.
const PRAISE: Patterns = Patterns {
    english: &[
        "help/helps/helped/ease/eases/work/works/relieve*/soothe*/try/good for/great/best/safe/recommend*/cure*/heal/heals/fix/\
                fixes/is fine/are fine/is ok/are ok/effective/better/relax/relaxes/can use/choose/enjoy",
    ],
    spanish: &[
        "ayuda/ayudan/alivia/alivian/funciona*/calma/calman/pruebe/bueno para/buena para/excelente/mejor/seguro/segura/recomend*/\
                cura/curan/eficaz/relaja/relajan/puede usar/puede tomar",
    ],
};

/// What warns.
const CAUTION: Patterns = Patterns {
    english: &[
        "not/no/never/avoid*/ask/asks/skip/unless/cannot/without/stop/harm*/risk*/specialist/doctor/do less/instead/prescrib*/\
                keep taking/limit",
    ],
    spanish: &[
        "no/nunca/evit*/pregunt*/consult*/sin/salvo/excepto/deje/dano/danar/riesgo*/especialista/medico/medica/recet*/\
                siga tomando",
    ],
};

/// What puts off until after birth: a warning in pregnancy, and none later.
const LATER: Patterns = Patterns { english: &["after birth"], spanish: &["despues del parto"] };

/// Finds praise in the texts of a handout, the help box left out.
pub(super) fn check(handout: &Handout, tongue: Tongue, values: &Values, findings: &mut Vec<Finding>) {
    let banned: Vec<&Treatment> =
        TREATMENTS.iter().filter(|treatment| treatment.is_banned_in(handout.stage.value)).collect();
    let reader = Reader { banned, tongue, values, stage: handout.stage.value };
    reader.read(None, &handout.summary, findings);
    let sections = [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten();
    let intros = sections.map(|section| &section.intro);
    let exercises = handout.exercises.iter().map(|exercises| &exercises.intro);
    for intro in intros.chain(exercises).chain(handout.more.iter().map(|more| &more.intro)).flatten() {
        reader.read(None, intro, findings);
    }
    let signs: Vec<&Item> = handout.seek_care.tiers().into_iter().flat_map(Tier::all_signs).collect();
    let tells = |item: &&Item| !signs.iter().any(|sign| std::ptr::eq(*sign, *item));
    for item in handout.all_items().filter(tells) {
        reader.read(item.name.as_ref(), &item.text, findings);
    }
    for question in handout.questions.iter().flatten() {
        reader.read(Some(&question.question), &question.answer, findings);
    }
}

/// What reads a handout's texts one by one.
struct Reader<'a> {
    banned: Vec<&'static Treatment>,
    tongue: Tongue,
    values: &'a Values,
    stage: Stage,
}

impl Reader<'_> {
    fn names(&self, words: &Words) -> Option<&'static Treatment> {
        self.banned.iter().find(|treatment| treatment.words.find(self.tongue, words)).copied()
    }

    /// Reads a text under its name. What stands under the name of such a treatment needs one word of caution; else,
    /// each sentence that names one does, itself or in the sentence after it.
    fn read(&self, name: Option<&Located<String>>, text: &Located<String>, findings: &mut Vec<Finding>) {
        let heading = name.map(|name| Words::of(&plain(&name.value, self.values).join(" "))).unwrap_or_default();
        let printed = plain(&text.value, self.values).join(" ");
        let told = sentences(&printed);
        let warns = |words: &Words| {
            CAUTION.find(self.tongue, words) || self.stage != Stage::AfterBirth && LATER.find(self.tongue, words)
        };
        let cautious = warns(&heading) || told.iter().any(|(_, words)| warns(words));
        let under = self.names(&heading).filter(|_| !cautious);
        for (index, (sentence, words)) in told.iter().enumerate() {
            let next = told.get(index + 1).is_some_and(|(_, next)| warns(next));
            let own = self.names(words).filter(|_| !warns(words) && !next);
            let Some(treatment) = own.or(under).filter(|_| PRAISE.find(self.tongue, words)) else { continue };
            let stage = if self.stage == Stage::AfterBirth { "after birth" } else { "in pregnancy" };
            findings.push(
                Finding::error("H204", format!("this must not be shown as a help: {}", treatment.name))
                    .at(&text.place.of(sentence), format!("not to be used {stage} without a specialist"))
                    .help("say “do not”, or “ask first”, in this sentence or the next; or take it out"),
            );
            return;
        }
    }
}
