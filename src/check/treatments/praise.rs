//! Praise for a treatment that should not be used: a sentence that names it, or that stands under its name, says that it
//! helps, and has no word of caution.

use super::Reader;
use crate::check::prose::plain;
use crate::diag::Finding;
use crate::model::Located;
use crate::model::handout::{Handout, Item};
use crate::model::patterns::{Words, sentences};
use crate::topic::treatments::Treatment;

/// Finds praise in the texts of a handout, the help box left out.
pub(super) fn check(handout: &Handout, reader: Reader<'_>, findings: &mut Vec<Finding>) {
    reader.read(None, &handout.summary, findings);
    let sections = [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten();
    let intros = sections.map(|section| &section.intro);
    let exercises = handout.exercises.iter().map(|exercises| &exercises.intro);
    for intro in intros.chain(exercises).chain(handout.more.iter().map(|more| &more.intro)).flatten() {
        reader.read(None, intro, findings);
    }
    let signs: Vec<&Item> = handout.seek_care.all_signs().collect();
    let tells = |item: &&Item| !signs.iter().any(|sign| std::ptr::eq(*sign, *item));
    for item in handout.all_items().filter(tells) {
        reader.read(item.name.as_ref(), &item.text, findings);
    }
    for question in handout.questions.iter().flatten() {
        reader.read(Some(&question.question), &question.answer, findings);
    }
}

impl Reader<'_> {
    /// The treatment that words name and that is not to be used.
    fn banned(&self, words: &Words) -> Option<&Treatment> {
        self.named(words).find(|treatment| treatment.is_banned_in(self.stage))
    }

    /// Reads a text under its name. What stands under the name of such a treatment needs one word of caution; else,
    /// each sentence that names one does, itself or in the sentence after it.
    fn read(&self, name: Option<&Located<String>>, text: &Located<String>, findings: &mut Vec<Finding>) {
        let heading = name.map(|name| Words::of(&plain(&name.value, self.values).join(" "))).unwrap_or_default();
        let printed = plain(&text.value, self.values).join(" ");
        let told = sentences(&printed);
        let warns = |words: &Words| self.table.warn(self.stage, self.language, words);
        let cautious = warns(&heading) || told.iter().any(|(_, words)| warns(words));
        let under = self.banned(&heading).filter(|_| !cautious);
        for (index, (sentence, words)) in told.iter().enumerate() {
            let next = told.get(index + 1).is_some_and(|(_, next)| warns(next));
            let own = self.banned(words).filter(|_| !warns(words) && !next);
            let praised = |_: &&Treatment| self.table.praise.find(self.language, words);
            let Some(treatment) = own.or(under).filter(praised) else { continue };
            findings.push(
                Finding::error("H204", format!("this must not be shown as a help: {}", treatment.name.value))
                    .at(&text.place.of(sentence), "not to be used in this stage without a specialist")
                    .help("say “do not”, or “ask first”, in this sentence or the next; or take it out"),
            );
            return;
        }
    }
}
