//! An order that was checked: what was found in its texts, and what it comes to.

use std::sync::Arc;

use super::personal::{Personal, Prescribed};
use super::proof::Proof;
use super::shared::Shared;
use super::{Order, formats};
use crate::check::{self, Subject};
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::compose::{Document, Marks};
use crate::diag::{self, Finding, has_errors};
use crate::gate;
use crate::language::Language;
use crate::model::allowance::Allowance;
use crate::model::approval::{self, Standing};
use crate::model::exercise::Library;
use crate::model::handout::Handout;

/// An order that was checked, as far as that can be done without laying it out.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    pub(super) order: Order<'a>,
    /// What was found in the handout; allowed findings are marked.
    pub(super) findings: Vec<Finding>,
    /// What the handout, its exercises and the brand allow.
    pub(super) allowances: Vec<Allowance>,
    /// What every page says of the whole.
    pub(super) marks: Marks,
    /// What is one patient's.
    pub(super) personal: Option<Personal<'a>>,
    pub(super) shared: Arc<Shared>,
}

impl<'a> Checked<'a> {
    /// Checks the handout of an order.
    pub(super) fn of_handout(order: &Order<'a>) -> Self {
        let order = Order { patient: None, ..*order };
        let handout = &order.handout.value;
        let mut findings = order.handout.warnings.clone();
        let language = order.branding.language(&handout.language.value);
        let shared = Shared::of(order.shelf.for_handout(handout, language));
        let shelf = shared.shelf(order.shelf);
        let subject = subject(&order, shelf, handout);
        findings.extend(check::check(subject));
        let used = subject.used_exercises().flat_map(|exercise| &exercise.allow);
        let brand = &order.branding.brand;
        let of_topic = shelf.topic.allowances(&handout.language.value);
        let allowances: Vec<Allowance> =
            handout.allow.iter().chain(used).chain(&brand.allow).chain(of_topic).cloned().collect();
        gate::allow(&mut findings, &allowances);
        diag::sort(&mut findings);
        let marks = Marks {
            errors: has_errors(&findings),
            overdue: subject.is_overdue(),
            stale: shelf.is_stale(handout, language),
        };
        Self { order, findings, allowances, marks, personal: None, shared: Arc::new(shared) }
    }

    /// What was found in the handout, which holds for every sheet of it.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was found in the patient's request and in her exercises.
    #[must_use]
    pub fn personal_findings(&self) -> &[Finding] {
        self.personal.as_ref().map_or(&[], |personal| &personal.findings)
    }

    /// Whether the handout has errors that keep it from being printed.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        let stands_against = |findings: &[Finding]| {
            findings.iter().any(gate::cannot_be_laid_out) || has_errors(findings) && !self.order.settings.draft
        };
        let is_wrong = self.personal.as_ref().is_some_and(|personal| personal.is_wrong);
        is_wrong || stands_against(&self.findings) || stands_against(self.personal_findings())
    }

    /// The handout as it is printed: for a patient, of her stage and with her exercises.
    #[must_use]
    pub fn handout(&self) -> &Handout {
        self.personal.as_ref().map_or(&self.order.handout.value, |personal| &personal.handout)
    }

    /// The exercises as they are printed: for a patient, hers with her doses.
    pub(super) fn exercises(&self) -> &Library {
        self.personal.as_ref().map_or(&self.shelf().exercises, |personal| &personal.exercises)
    }

    /// What it draws on, in its language.
    pub(super) fn shelf(&self) -> &Shelf {
        self.shared.shelf(self.order.shelf)
    }

    /// The language that it is printed in.
    pub(super) fn language(&self) -> &'a Language {
        self.order.branding.language(&self.order.handout.value.language.value)
    }

    /// When a patient's sheet is for, and what she is given.
    #[must_use]
    pub fn prescribed(&self) -> Option<Prescribed> {
        self.personal.as_ref().map(Personal::prescribed)
    }

    /// How the approvals stand of what is printed.
    pub(super) fn standing(&self) -> Standing<'_> {
        let (Order { handout, branding, .. }, shelf) = (self.order, self.shelf());
        let standing = approval::standing(&handout.value, shelf.basis(), &shelf.approved.roles(&branding.brand));
        match &self.personal {
            Some(personal) => Standing { beyond: personal.beyond(&handout.value), ..standing },
            None => standing,
        }
    }

    /// What it says, all of it, on the brand's paper.
    ///
    /// # Errors
    /// What cannot be drawn.
    pub fn document(&self) -> Result<Document, Vec<Finding>> {
        let pictures = self.shared.pictures(self.handout(), self.order.branding, self.shelf())?;
        Ok(formats::document(self, self.handout(), &pictures, &self.standing(), false))
    }

    /// Lays it out, unless that cannot be done, and checks the pages.
    #[must_use]
    pub fn proof(&self) -> Proof<'a> {
        Proof::of(self.clone())
    }
}

/// What the rules on texts look at; `shelf` is in the language of the handout.
pub fn subject<'s>(order: &Order<'s>, shelf: &'s Shelf, handout: &'s Handout) -> Subject<'s> {
    let Branding { brand, fonts, languages, .. } = order.branding;
    let Shelf { topic, sources, exercises, scenes, approved, .. } = shelf;
    let clock = order.settings.clock;
    Subject { handout, brand, topic, sources, exercises, scenes, fonts, approved, languages, clock }
}
