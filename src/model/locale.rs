//! What a locale decides: words, the way dates are written, paper and direction.

use super::brand::{Brand, PaperName};
use super::handout::ContactNumber;
use super::text::Values;

/// A language and country that the program knows the ways of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English as in the United Kingdom.
    EnGb,
    /// English as in the United States.
    EnUs,
    /// Spanish as in the United States, with `usted`. A draft: a medical translator must review its words before print.
    EsUs,
    /// Arabic.
    Ar,
}

/// The months in English.
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The months in Spanish.
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
/// The months in Arabic.
const ARABIC: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

impl Locale {
    /// Every known locale.
    pub const ALL: [Self; 4] = [Self::EnGb, Self::EnUs, Self::EsUs, Self::Ar];

    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::EnGb => "en-GB",
            Self::EnUs => "en-US",
            Self::EsUs => "es-US",
            Self::Ar => "ar",
        }
    }

    /// The known locale for a tag: the same tag, or the first one of the same language.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split('-').next().unwrap_or_default();
        let same = |locale: &Self| locale.tag().eq_ignore_ascii_case(tag);
        let related = |locale: &Self| locale.tag().split('-').next().is_some_and(|l| l.eq_ignore_ascii_case(language));
        Self::ALL.into_iter().find(same).or_else(|| Self::ALL.into_iter().find(related))
    }

    /// The locale of a handout in `language` under `brand`: the brand's, when it is of that language.
    #[must_use]
    pub fn of(language: &str, brand: &Brand) -> Self {
        let brand_locale = Self::from_tag(&brand.locale.value);
        let own = Self::from_tag(language).unwrap_or(Self::EnGb);
        match brand_locale {
            Some(locale) if locale.language() == own.language() => locale,
            _ => own,
        }
    }

    /// The language without the country.
    #[must_use]
    pub fn language(self) -> &'static str {
        self.tag().split('-').next().unwrap_or_default()
    }

    /// Whether text and columns run from right to left.
    #[must_use]
    pub const fn right_to_left(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// A number for use within text: from right to left, its groups of digits would change places if they were not
    /// isolated (UAX 9).
    #[must_use]
    pub fn number(self, number: &str) -> String {
        if self.right_to_left() { format!("\u{2066}{number}\u{2069}") } else { number.to_owned() }
    }

    /// The paper that is customary there.
    #[must_use]
    pub const fn paper(self) -> PaperName {
        match self {
            Self::EnUs | Self::EsUs => PaperName::Letter,
            Self::EnGb | Self::Ar => PaperName::A4,
        }
    }

    /// The words that differ from place to place, by the name that handouts use for them.
    #[must_use]
    pub const fn words(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::EnGb => &[
                ("paracetamol", "paracetamol"),
                ("paracetamol_also", "acetaminophen"),
                ("physiotherapist", "physiotherapist"),
                ("physio", "physio"),
                ("gp", "GP"),
                ("labour", "labour"),
                ("emergency_department", "A&E"),
                ("maternity_line_name", "maternity line"),
                ("counsellor", "counsellor"),
            ],
            Self::EnUs => &[
                ("paracetamol", "acetaminophen"),
                ("paracetamol_also", "paracetamol"),
                ("physiotherapist", "physical therapist"),
                ("physio", "physical therapist"),
                ("gp", "doctor"),
                ("labour", "labor"),
                ("emergency_department", "the emergency room"),
                ("maternity_line_name", "labor and delivery line"),
                ("counsellor", "counselor"),
            ],
            Self::EsUs => &[
                ("paracetamol", "acetaminofén"),
                ("paracetamol_also", "paracetamol"),
                ("physiotherapist", "fisioterapeuta"),
                ("physio", "fisioterapeuta"),
                ("gp", "médico"),
                ("labour", "trabajo de parto"),
                ("emergency_department", "la sala de emergencias"),
                ("maternity_line_name", "línea de maternidad"),
                ("counsellor", "consejero"),
            ],
            Self::Ar => &[],
        }
    }

    /// A day written out, such as `20 November 2026`.
    #[must_use]
    pub fn date(self, date: time::Date) -> String {
        let (year, month, day) = (date.year(), self.month(date.month()), date.day());
        match self {
            Self::EnUs => format!("{month} {day}, {year}"),
            Self::EsUs => format!("{day} de {month} de {year}"),
            Self::EnGb | Self::Ar => format!("{day} {month} {year}"),
        }
    }

    /// A month and year, such as `November 2026`.
    #[must_use]
    pub fn month_and_year(self, date: time::Date) -> String {
        let (month, year) = (self.month(date.month()), date.year());
        if self == Self::EsUs { format!("{month} de {year}") } else { format!("{month} {year}") }
    }

    /// The month of this name in a language that is known, or of the first three letters of its English name.
    #[must_use]
    pub fn month_named(word: &str) -> Option<time::Month> {
        let word = word.to_lowercase();
        let short = |name: &str| name.len() > 3 && name[..3] == *word || name == "september" && word == "sept";
        let english = ENGLISH.iter().position(|name| {
            let name = name.to_lowercase();
            name == word || short(&name)
        });
        let others = || [SPANISH, ARABIC].iter().find_map(|names| names.iter().position(|name| *name == word));
        let index = english.or_else(others)?;
        time::Month::try_from(u8::try_from(index + 1).ok()?).ok()
    }

    fn month(self, month: time::Month) -> &'static str {
        let index = usize::from(u8::from(month)) - 1;
        match self {
            Self::EnGb | Self::EnUs => ENGLISH[index],
            Self::EsUs => SPANISH[index],
            Self::Ar => ARABIC[index],
        }
    }
}

/// The names that a brand may have no value for: a part of a text in double square brackets is left out then.
#[must_use]
pub fn is_optional(name: &str) -> bool {
    matches!(name, "hours" | "web") || ContactNumber::NAMED.iter().any(|(known, _)| *known == name)
}

/// What placeholders stand for under a brand: the locale's words, the brand's own, and its contacts.
#[must_use]
pub fn values(brand: &Brand, locale: Locale) -> Values {
    let mut values: Values = locale.words().iter().map(|&(name, word)| (name.to_owned(), word.to_owned())).collect();
    values.extend(brand.words.iter().map(|(name, word)| (name.clone(), word.value.clone())));
    let contact = &brand.contact;
    let mut put = |name: &str, value: Option<&String>| {
        if let Some(value) = value {
            values.insert(name.to_owned(), value.clone());
        }
    };
    put("clinic", Some(&brand.name.value));
    put("hours", contact.hours.as_ref().map(|v| &v.value));
    put("web", contact.web.as_ref().map(|v| &v.value));
    for (name, which) in ContactNumber::NAMED {
        if let Some(number) = contact.number(which) {
            values.insert(name.to_owned(), locale.number(&number.value));
        }
    }
    // Whom to turn to when the doctor is closed: without such a line, the emergency department.
    if let (None, Some(department)) = (&contact.urgent_line, values.get("emergency_department").cloned()) {
        values.insert("urgent_line".to_owned(), department);
    }
    values
}
