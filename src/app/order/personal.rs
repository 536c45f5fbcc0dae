//! What is one patient's in an order: the handout of her stage, with her exercises, and what is found in her request.

use super::Order;
use super::checked::{Checked, subject};
use crate::check::sheet::SheetSubject;
use crate::compose::{self, Marks};
use crate::diag::{Finding, has_errors};
use crate::model::approval::{self, Beyond};
use crate::model::day::DayWriting;
use crate::model::exercise::Library;
use crate::model::handout::{Exercises, Handout};
use crate::model::patient::{self, SheetRequest};
use crate::model::plan::{Bar, Moment, Plan};
use crate::model::{Located, Private};
use crate::{check, gate};

/// What is one patient's.
#[derive(Clone, Debug)]
pub struct Personal<'a> {
    /// What was asked for.
    pub request: &'a SheetRequest,
    /// What that comes to.
    pub plan: Plan,
    /// The handout as it is for her.
    pub handout: Handout,
    /// Her exercises, with the doses that she is given.
    pub exercises: Library,
    /// What is found in her request and in her exercises.
    pub findings: Vec<Finding>,
    /// Whether the request has errors; not even a draft is made then.
    pub is_wrong: bool,
}

/// What a sheet gives its patient.
#[derive(Clone, Debug)]
pub struct Prescribed {
    /// The day of the visit.
    pub date: Option<time::Date>,
    /// When it is for.
    pub moment: Option<Moment>,
    /// The ids of her exercises, in order.
    pub exercises: Vec<String>,
    /// The exercises that are not for this week and given all the same.
    pub overrides: Vec<Overridden>,
}

/// An exercise that is not for this week and given all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overridden {
    /// The exercise's id, or `stage` for the handout.
    pub exercise: String,
    /// Why it is not for this week.
    pub bar: Bar,
    /// Why it is given.
    pub because: Private<String>,
}

impl<'a> Checked<'a> {
    /// The same handout for one patient: her request is checked, and the handout becomes hers.
    #[must_use]
    pub fn personal<'r>(&self, request: &'r SheetRequest) -> Checked<'r>
    where
        'a: 'r,
    {
        let (Order { handout, branding, settings, .. }, shelf) = (self.order, self.shelf());
        let (handout, exercises, brand, fonts) = (&handout.value, &shelf.exercises, &branding.brand, &branding.fonts);
        let days = &DayWriting { order: settings.dates, months: branding.languages.months().clone() };
        let (clock, topic) = (settings.clock, &*shelf.topic);
        let asked = SheetSubject { request, handout, topic, exercises, brand, fonts, clock, days };
        let (plan, mut findings) = check::sheet::check(asked);
        let is_wrong = has_errors(&findings);
        let (hers, exercises) = compose::sheet::tailor(handout, exercises, &topic.stages, request, &plan);
        if !is_wrong {
            findings.extend(check_chosen(self, &hers));
        }
        let marks = Marks { stale: shelf.is_stale(&hers, self.language()), ..self.marks };
        let personal = Personal { request, plan, handout: hers, exercises, findings, is_wrong };
        Checked {
            order: Order { patient: Some(request), ..self.order },
            marks,
            personal: Some(personal),
            ..self.clone()
        }
    }
}

impl Personal<'_> {
    /// What the approvals of the whole handout do not cover.
    pub fn beyond(&self, whole: &Handout) -> Beyond {
        let given = self.handout.exercises.iter().flat_map(Exercises::ids).map(|id| id.value.as_str());
        approval::beyond(whole, given)
    }

    /// When the sheet is for, and what she is given.
    pub fn prescribed(&self) -> Prescribed {
        let plan = &self.plan;
        let overrides = plan.given.iter().filter_map(|given| {
            let (bar, because) = given.although.clone()?;
            Some(Overridden { exercise: given.id.clone(), bar, because })
        });
        let stage = plan.although_stage.clone().map(|because| Overridden {
            exercise: patient::STAGE.to_owned(),
            bar: Bar::Stage,
            because,
        });
        Prescribed {
            date: plan.date,
            moment: plan.moment,
            exercises: plan.given.iter().map(|given| given.id.clone()).collect(),
            overrides: stage.into_iter().chain(overrides).collect(),
        }
    }
}

/// What is found in a patient's exercises that the handout does not name: they were not checked with it.
fn check_chosen(checked: &Checked<'_>, hers: &Handout) -> Vec<Finding> {
    let (order, shelf) = (&checked.order, checked.shelf());
    let (whole, library) = (&order.handout.value, &shelf.exercises);
    let named = |id: &str| whole.exercises.iter().flat_map(|used| used.ids()).any(|own| own.value == id);
    let given = hers.exercises.iter().flat_map(|given| &given.cards);
    let cards: Vec<Located<String>> = given.filter(|id| !named(&id.value)).cloned().collect();
    let mut findings = Vec::new();
    if cards.is_empty() {
        return findings;
    }
    let shelves = check::Shelves { exercises: library, topic: &shelf.topic };
    for exercise in cards.iter().filter_map(|id| library.get(&id.value)) {
        let mut found = check::check_exercise(exercise, shelves, &order.branding.brand, checked.language());
        gate::allow(&mut found, &exercise.allow);
        findings.append(&mut found);
    }
    let (also, items) = (Vec::new(), Vec::new());
    let exercises_alone = Exercises { title: None, intro: None, picture: None, cards, also, items };
    let handout = Handout { exercises: Some(exercises_alone), ..whole.clone() };
    findings.extend(check::check_printable(subject(order, shelf, &handout)));
    findings
}
