//! A handout as it is for one patient: of her stage, with her exercises, and what is found in those.

use std::sync::Arc;

use super::PreparedSheet;
use crate::compose::branding::Branding;
use crate::compose::pictures::Pictures;
use crate::compose::sheet::Recipient;
use crate::compose::shelf::Shelf;
use crate::compose::{self, Document};
use crate::diag::Finding;
use crate::model::Located;
use crate::model::approval::{self, Standing};
use crate::model::exercise::Library;
use crate::model::handout::{Exercises, Handout};
use crate::model::patient::SheetRequest;
use crate::model::plan::Plan;
use crate::{check, gate};

/// A handout as it is for one patient.
pub(super) struct Tailored<'a> {
    prepared: &'a PreparedSheet<'a>,
    request: &'a SheetRequest,
    plan: &'a Plan,
    pub(super) handout: Handout,
    /// Her exercises, with the doses that she is given.
    pub(super) exercises: Library,
    /// What is found in them.
    pub(super) findings: Vec<Finding>,
    pictures: Arc<Pictures>,
}

impl Tailored<'_> {
    /// The sheet as a document; `name_in_metadata` says whether the file's title tells whom it is for.
    pub(super) fn document(&self, name_in_metadata: bool) -> Document {
        let Self { prepared, request, plan, handout, exercises, pictures, .. } = self;
        let Branding { brand, logo, theme, .. } = prepared.branding;
        let input = compose::Input {
            handout,
            brand,
            language: prepared.language(),
            country: prepared.branding.country.as_deref(),
            logo: logo.as_ref(),
            sources: &prepared.shelf.sources,
            exercises,
            topic: &prepared.shelf.topic,
            pictures,
            theme,
            timestamp: prepared.settings.timestamp,
            marks: prepared.marks,
            standing: &prepared.standing(handout),
            shortened: false,
        };
        compose::sheet::compose(input, Recipient { request, plan, name_in_metadata })
    }
}

impl PreparedSheet<'_> {
    /// The handout as it is for one patient.
    ///
    /// # Errors
    /// What keeps its exercises from being laid out.
    pub(super) fn tailored<'s>(
        &'s self,
        request: &'s SheetRequest,
        plan: &'s Plan,
    ) -> Result<Tailored<'s>, Vec<Finding>> {
        let (handout, exercises) = compose::sheet::tailor(&self.handout, &self.shelf.exercises, request, plan);
        let findings = self.check_chosen(&handout);
        if findings.iter().any(gate::cannot_be_laid_out) {
            return Err(findings);
        }
        let pictures = self.pictures(&handout)?;
        Ok(Tailored { prepared: self, request, plan, handout, exercises, findings, pictures })
    }

    /// How the approvals stand of what a tailored handout prints: those of the whole handout, and what they do not cover.
    fn standing(&self, tailored: &Handout) -> Standing<'_> {
        let roles = self.shelf.approved.roles(&self.branding.brand);
        let given = tailored.exercises.iter().flat_map(Exercises::ids).map(|id| id.value.as_str());
        let beyond = approval::beyond(&self.handout, tailored.stage.value, given);
        Standing { beyond, ..approval::standing(&self.handout, self.shelf.basis(), &roles) }
    }

    /// The drawings of a tailored handout.
    fn pictures(&self, handout: &Handout) -> Result<Arc<Pictures>, Vec<Finding>> {
        let make = || compose::pictures::prepare(handout, self.branding, self.shelf);
        self.shared.pictures.find(compose::pictures::needed(handout), make, |_| 1)
    }

    /// What is found in a tailored handout's exercises that the handout does not name: it was not checked with them.
    fn check_chosen(&self, tailored: &Handout) -> Vec<Finding> {
        let Branding { brand, fonts, languages, .. } = self.branding;
        let Shelf { topic, sources, exercises, scenes, approved, .. } = self.shelf;
        let named = |id: &str| self.handout.exercises.iter().flat_map(|used| used.ids()).any(|own| own.value == id);
        let given = tailored.exercises.iter().flat_map(|given| &given.cards);
        let cards: Vec<Located<String>> = given.filter(|id| !named(&id.value)).cloned().collect();
        let mut findings = Vec::new();
        if cards.is_empty() {
            return findings;
        }
        for exercise in cards.iter().filter_map(|id| exercises.get(&id.value)) {
            let mut found = check::check_exercise(exercise, exercises, brand, languages);
            gate::allow(&mut found, &exercise.allow);
            findings.append(&mut found);
        }
        let (also, items) = (Vec::new(), Vec::new());
        let exercises_alone = Exercises { title: None, intro: None, picture: None, cards, also, items };
        let handout = Handout { exercises: Some(exercises_alone), ..self.handout.clone() };
        let clock = self.settings.clock;
        let subject = check::Subject {
            handout: &handout,
            brand,
            topic,
            sources,
            exercises,
            scenes,
            fonts,
            approved,
            languages,
            clock,
        };
        findings.extend(check::check_printable(subject));
        findings
    }
}
