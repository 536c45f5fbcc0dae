//! The kinds of files that the program reads, and the JSON Schema of each.

use crate::model::approval::Policy;
use crate::model::brand::Brand;
use crate::model::exercise::Exercise;
use crate::model::handout::Handout;
use crate::model::language::LanguageSettings;
use crate::model::patient::SheetRequest;
use crate::model::picture::Picture;
use crate::model::schema;
use crate::model::sources::Sources;
use crate::model::vocabulary::Vocabulary;

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A handout.
    Handout,
    /// An exercise.
    Exercise,
    /// A picture that belongs to no exercise.
    Picture,
    /// A brand.
    Brand,
    /// The list of sources.
    Sources,
    /// The clinic's `approval.yaml`: which roles must approve.
    Approval,
    /// The request for a patient's own sheet.
    Sheet,
    /// The settings of a language.
    Language,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Handout,
        Self::Exercise,
        Self::Picture,
        Self::Brand,
        Self::Sources,
        Self::Approval,
        Self::Sheet,
        Self::Language,
    ];

    /// Its name, as in `handout.schema.json`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Handout => "handout",
            Self::Exercise => "exercise",
            Self::Picture => "picture",
            Self::Brand => "brand",
            Self::Sources => "sources",
            Self::Approval => "approval",
            Self::Sheet => "sheet",
            Self::Language => "language",
        }
    }

    /// What it is, in a line.
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Handout => "A handout",
            Self::Exercise => "An exercise",
            Self::Picture => "A picture that belongs to no exercise",
            Self::Brand => "A brand",
            Self::Sources => "The list of sources",
            Self::Approval => "The clinic's `approval.yaml`: which roles must approve",
            Self::Sheet => "The request for a patient's own sheet",
            Self::Language => "The settings of a language",
        }
    }

    /// The JSON Schema of its files, as text, with the ids of the topics that there are.
    pub fn schema(self, vocabulary: &Vocabulary) -> String {
        let all = vocabulary.all();
        let schema = match self {
            Self::Handout => schema::of_in::<Handout>(&all),
            Self::Exercise => schema::of_in::<Exercise>(&all),
            Self::Picture => schema::of_in::<Picture>(&all),
            Self::Brand => schema::of_in::<Brand>(&all),
            Self::Sources => schema::of_in::<Sources>(&all),
            Self::Approval => schema::of_in::<Policy>(&all),
            Self::Sheet => schema::of_in::<SheetRequest>(&all),
            Self::Language => schema::of_in::<LanguageSettings>(&all),
        };
        format!("{schema:#}\n")
    }
}
