//! The messages that the program uses: each with its name in the files of a language, and its variables.
//!
//! This table is the contract between code and files. A message without variables is formatted once; the others each time
//! they are used.

use fluent_bundle::FluentArgs;

use super::bundle::Messages;

/// A message that the program uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Message {
    /// Its name in the files.
    pub name: &'static str,
    /// What is put into it.
    pub variables: &'static [Variable],
}

/// A variable of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Variable {
    /// Its name, without the `$`.
    pub name: &'static str,
    /// What it is for.
    pub kind: Kind,
}

/// What a variable is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text that must be printed.
    Text,
    /// A number that must be printed, or chosen by.
    Number,
    /// A number that a form of words may be chosen by; another variable prints it.
    Choice,
}

/// The type of a variable's value.
macro_rules! value {
    (Text) => {
        &str
    };
    (Number) => {
        u16
    };
    (Choice) => {
        u16
    };
}

macro_rules! messages {
    (
        plain { $($(#[$doc:meta])* $plain:ident $plain_name:literal)* }
        with { $($(#[$with_doc:meta])* $with:ident $with_name:literal ($($variable:ident $variable_name:literal: $kind:ident),*))* }
    ) => {
        /// Every message that the program uses: first those without variables.
        pub(super) const MESSAGES: &[Message] = &[
            $(Message { name: $plain_name, variables: &[] },)*
            $(Message {
                name: $with_name,
                variables: &[$(Variable { name: $variable_name, kind: Kind::$kind }),*],
            },)*
        ];

        /// The place of a message without variables in [`MESSAGES`].
        #[allow(non_camel_case_types)]
        enum Plain { $($plain),* }

        impl Messages {
            $($(#[$doc])*
            #[must_use]
            pub(crate) fn $plain(&self) -> &str {
                self.plain(Plain::$plain as usize)
            })*
            $($(#[$with_doc])*
            #[must_use]
            pub(crate) fn $with(&self, $($variable: value!($kind)),*) -> String {
                let mut arguments = FluentArgs::with_capacity(4);
                $(arguments.set($variable_name, $variable);)*
                self.format($with_name, &arguments)
            })*
        }
    };
}

impl Messages {
    /// The words of a message without variables, by its name in the files.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        plain().position(|plain| plain == name).map(|index| self.plain(index))
    }
}

/// The names of the messages without variables, in their order.
pub(super) fn plain() -> impl Iterator<Item = &'static str> {
    MESSAGES.iter().take_while(|message| message.variables.is_empty()).map(|message| message.name)
}

messages! {
    plain {
        /// Heading of the imprint.
        about "about"
        /// Heading of the contacts.
        contact "contact"
        /// Whose decision the choice of exercises on a personal sheet is.
        chosen_for_you "chosen-for-you"
        /// How to get large print or another language.
        other_formats "other-formats"
        /// Heading of the sources.
        sources "sources"
        /// How to get the sources.
        sources_on_request "sources-on-request"
        /// How to get the whole leaflet from a clinic without an address.
        whole_leaflet_ask "whole-leaflet-ask"
        /// The warning on a leaflet that no clinician has approved.
        draft "draft"
        /// The warning on a leaflet that some have approved, but not all who must.
        draft_half_approved "draft-half-approved"
        /// The warning on a personal sheet that prints something that is not part of the approved leaflet.
        draft_partly_approved "draft-partly-approved"
        /// The warning on an approved leaflet whose translation is a draft.
        draft_translation "draft-translation"
        /// The warning on a leaflet that was built in spite of errors.
        with_errors "with-errors"
        /// The warning on a leaflet past its review date.
        overdue "overdue"
        /// The warning under a sample brand.
        sample "sample"
        /// The label of what is recommended.
        evidence_recommended "evidence-recommended"
        /// The label of what may help.
        evidence_may_help "evidence-may-help"
        /// The label of what has not enough evidence.
        evidence_not_enough "evidence-not-enough"
        /// The label of what needs a specialist.
        evidence_specialist "evidence-specialist"
        /// The label of what must not be used.
        evidence_do_not_use "evidence-do-not-use"
        /// Before how an exercise starts.
        start "start"
        /// Before when to stop an exercise.
        stop_if "stop-if"
        /// Heading of the notes.
        notes "notes"
        /// Heading of a week to write on.
        week "week"
        /// What to write for each day.
        week_hint "week-hint"
        /// Between the entries of a list but the last.
        list_separator "list-separator"
        /// Monday.
        monday "monday"
        /// Tuesday.
        tuesday "tuesday"
        /// Wednesday.
        wednesday "wednesday"
        /// Thursday.
        thursday "thursday"
        /// Friday.
        friday "friday"
        /// Saturday.
        saturday "saturday"
        /// Sunday.
        sunday "sunday"
        /// Monday, short.
        monday_short "monday-short"
        /// Tuesday, short.
        tuesday_short "tuesday-short"
        /// Wednesday, short.
        wednesday_short "wednesday-short"
        /// Thursday, short.
        thursday_short "thursday-short"
        /// Friday, short.
        friday_short "friday-short"
        /// Saturday, short.
        saturday_short "saturday-short"
        /// Sunday, short.
        sunday_short "sunday-short"
        /// Between the parts of a dose.
        dose_separator "dose-separator"
        /// For each side.
        dose_each_side "dose-each-side"
        /// On the left side.
        dose_left_side "dose-left-side"
        /// On the right side.
        dose_right_side "dose-right-side"
        /// On all seven days.
        dose_every_day "dose-every-day"
        /// In the pill under a personal sheet's title.
        sheet_pill "sheet-pill"
        /// Before the patient's name.
        patient_name "patient-name"
        /// Before the day of the visit.
        visit_date "visit-date"
        /// Before the week, where it is written by hand.
        week_by_hand "week-by-hand"
        /// Before the completed weeks of pregnancy.
        weeks_of_pregnancy "weeks-of-pregnancy"
        /// Before the weeks since the birth.
        weeks_after_birth "weeks-after-birth"
        /// Before the next visit.
        next_visit "next-visit"
        /// Before who gives the sheet.
        given_by "given-by"
        /// Before why she gets a handout of another stage.
        this_leaflet "this-leaflet"
        /// Heading of the clinician's note.
        note "note"
        /// Before the clinician's note on a card.
        for_you "for-you"
        /// Heading of the diary.
        diary "diary"
        /// Under it.
        diary_hint "diary-hint"
        /// Over the exercises in the diary.
        diary_exercise "diary-exercise"
        /// Heading of the safety box.
        exercise_safely "exercise-safely"
        /// Who answers the clinic's telephone.
        contact_phone "contact-phone"
        /// Who answers the emergency number.
        contact_emergency "contact-emergency"
        /// Why an exercise is not for her: it is meant for another stage.
        reason_stage "reason-stage"
    }
    with {
        /// Who publishes a leaflet.
        published_by "published-by" (clinic "clinic": Text)
        /// Who wrote it.
        written_by "written-by" (author "author": Text)
        /// Who approved it.
        approved_by "approved-by" (names "names": Text)
        /// What the approvals of a personal sheet do not cover.
        not_covered "not-covered" (names "names": Text)
        /// Version and dates.
        versions "versions" (version "version": Text, published "published": Text, review "review": Text)
        /// The same for the foot of a page.
        versions_short "versions-short" (version "version": Text, published "published": Text, review "review": Text)
        /// What the document is about.
        subject "subject" (title "title": Text)
        /// Where the whole leaflet can be had.
        whole_leaflet_at "whole-leaflet-at" (address "address": Text)
        /// What a QR code shows.
        qr_code "qr-code" (address "address": Text)
        /// The page number.
        page "page" (page "page": Text, pages "pages": Text)
        /// The heading of a box that goes on on the next page.
        continued "continued" (title "title": Text)
        /// The exercises without a card.
        also_good "also-good" (names "names": Text)
        /// The last two of a list.
        list_end "list" (before "before": Text, last "last": Text)
        /// A month by itself.
        month "month" (number "number": Number)
        /// A month after the number of a day.
        month_after_day "month-after-day" (number "number": Number)
        /// A day written out.
        written_date "date" (day "day": Text, month "month": Text, year "year": Text)
        /// A month and a year.
        written_month "month-and-year" (month "month": Text, year "year": Text)
        /// From one number to another.
        dose_range "dose-range" (least "least": Text, most "most": Text)
        /// How many times.
        dose_times "dose-times" (n "n": Choice, count "count": Text)
        /// How many times in how many sets.
        dose_sets_of_times "dose-sets-of-times" (n "n": Choice, n_times "n-times": Choice, sets "sets": Text, times "times": Text)
        /// How many sets.
        dose_sets "dose-sets" (n "n": Choice, count "count": Text)
        /// How many times so long.
        dose_sets_of_length "dose-sets-of-length" (n "n": Choice, sets "sets": Text, length "length": Text)
        /// How long to hold.
        dose_hold "dose-hold" (n "n": Choice, count "count": Text)
        /// How many seconds.
        dose_seconds "dose-seconds" (n "n": Choice, count "count": Text)
        /// How many minutes.
        dose_minutes "dose-minutes" (n "n": Choice, count "count": Text)
        /// How often a day.
        dose_times_a_day "dose-times-a-day" (n "n": Choice, count "count": Text)
        /// How often a week.
        dose_days_a_week "dose-days-a-week" (n "n": Choice, count "count": Text)
        /// The title of a personal sheet.
        sheet_title "sheet-title" (title "title": Text)
        /// What a personal sheet is about.
        sheet_subject "sheet-subject" (title "title": Text)
        /// A number of weeks.
        weeks "weeks" (n "n": Number)
        /// A number of days.
        days "days" (n "n": Number)
        /// Weeks, and days beyond them.
        weeks_and_days "weeks-and-days" (weeks "weeks": Text, days "days": Text)
        /// Why an exercise is given that is not for her week.
        although "although" (reason "reason": Text, because "because": Text)
        /// The same with who gives it.
        although_by "although-by" (clinician "clinician": Text, reason "reason": Text, because "because": Text)
        /// It is done flat on the back.
        reason_on_back "reason-on-back" (week "week": Number)
        /// It is not advised after a week.
        reason_not_after "reason-not-after" (week "week": Number)
        /// It is not advised before a week.
        reason_not_before "reason-not-before" (week "week": Number)
        /// It is not advised before a week after birth.
        reason_after_birth "reason-after-birth" (week "week": Number)
    }
}
