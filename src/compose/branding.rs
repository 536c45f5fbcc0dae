//! A brand made ready for use: colours checked, logo decoded, faces read.

use std::sync::Arc;

use super::contacts;
use super::document::Theme;
use super::reserved;
use super::theme::{TEXT_CONTRAST, theme};
use crate::art::{Artwork, Colour};
use crate::diag::{Finding, Source, has_errors};
use crate::language::{self, Language, Languages};
use crate::model::brand::{Brand, ContrastPolicy, Typeface};
use crate::model::vocabulary::Terms;
use crate::model::{self, Located};
use crate::text::fonts::{DEFAULT_FAMILY, Face, FontSet};

/// A brand ready for use.
#[derive(Clone, Debug)]
pub struct Branding {
    /// What its YAML says.
    pub brand: Brand,
    /// Its logo.
    pub logo: Option<Artwork>,
    /// The faces its leaflets may use.
    pub fonts: FontSet,
    /// Its colours and families.
    pub theme: Theme,
    /// The languages that its leaflets may have.
    pub languages: Languages,
    /// The country that its numbers are dialled in, by its two capitals.
    pub country: Option<String>,
    /// Warnings and notes.
    pub findings: Vec<Finding>,
}

/// Reads a file that a brand names, given its path relative to the brand's own; the error says why it cannot.
pub type ReadAsset<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>, String>;

impl Branding {
    /// The language of a handout written in `tag`, as it is printed under the brand.
    #[must_use]
    pub fn language(&self, tag: &str) -> &Language {
        self.languages.of(tag, &self.brand.locale.value)
    }
}

/// Makes a brand ready, which may have the contacts and roles of `terms`.
///
/// # Errors
/// All that is wrong with the brand and with the files it names.
pub fn prepare(
    source: &Arc<Source>,
    terms: &Terms,
    languages: &Languages,
    read: ReadAsset<'_>,
) -> Result<Branding, Vec<Finding>> {
    let loaded = model::load_in::<Brand>(source, terms)?;
    let (mut brand, mut findings) = (loaded.value, loaded.warnings);
    let country = country(&brand, languages, &mut findings);
    contacts::check(&mut brand, country.as_deref(), &mut findings);
    reserved::check(&brand, country.as_deref(), &mut findings);
    let fonts = read_fonts(&brand, read, &mut findings);
    let logo = brand.logo.as_ref().and_then(|logo| read_logo(logo, read, &mut findings));
    let primary = colour(&brand.colors.primary, &brand, TEXT_CONTRAST, "white text stands on it", &mut findings);
    let accent = colour(&brand.colors.accent, &brand, 3.0, "it marks the main message on white", &mut findings);
    let family = |face: Option<&Typeface>| face.map_or(DEFAULT_FAMILY, |face| face.family.value.as_str()).to_owned();
    let (body, heading) = (family(brand.fonts.body.as_ref()), family(brand.fonts.heading.as_ref()));
    if has_errors(&findings) {
        return Err(findings);
    }
    let theme = theme(primary, accent, &body, &heading);
    Ok(Branding { brand, logo, fonts, theme, languages: languages.clone(), country, findings })
}

/// The country that a brand's numbers are dialled in; a locale whose language is not known is a finding.
fn country(brand: &Brand, languages: &Languages, findings: &mut Vec<Finding>) -> Option<String> {
    let locale = &brand.locale;
    let Some(language) = languages.find(&locale.value) else {
        findings.push(
            Finding::error("B001", format!("unknown locale `{}`", locale.value))
                .at(&locale.place, "dates and words of this locale are not known")
                .help(format!("use one of: {}", languages.tags().collect::<Vec<_>>().join(", "))),
        );
        return None;
    };
    language::country(&locale.value).or(language.country()).map(str::to_owned)
}

/// A colour with enough contrast on white, or a finding.
fn colour(text: &Located<String>, brand: &Brand, ratio: f64, because: &str, findings: &mut Vec<Finding>) -> Colour {
    let Ok(colour) = text.value.parse::<Colour>() else { return Colour::BLACK };
    let contrast = colour.contrast(Colour::WHITE);
    if contrast >= ratio {
        return colour;
    }
    let darker = colour.darkened_to(Colour::WHITE, ratio);
    if brand.contrast == ContrastPolicy::Adjust {
        let message = format!("the colour {colour} was darkened to {darker}");
        findings.push(
            Finding::note("B002", message)
                .at(&text.place, format!("its contrast with white is {contrast:.1}; {ratio} is needed: {because}")),
        );
        return darker;
    }
    findings.push(
        Finding::error("B002", format!("the colour {colour} is too pale"))
            .at(&text.place, format!("its contrast with white is {contrast:.1}; {ratio} is needed: {because}"))
            .help(format!("the nearest colour that will do is \"{darker}\""))
            .help("or write `contrast: adjust` in the brand, and colours are darkened as needed"),
    );
    colour
}

fn read_fonts(brand: &Brand, read: ReadAsset<'_>, findings: &mut Vec<Finding>) -> FontSet {
    let mut own: Vec<Arc<Face>> = Vec::new();
    let named = [&brand.fonts.body, &brand.fonts.heading];
    for typeface in named.into_iter().flatten() {
        let (regular, bold) = match (&typeface.regular, &typeface.bold) {
            (None, None) => continue,
            (Some(regular), Some(bold)) => (regular, bold),
            _ => {
                findings.push(
                    Finding::error("B003", format!("the family `{}` lacks a weight", typeface.family.value))
                        .at(&typeface.family.place, "a family of the brand's own needs both `regular` and `bold`"),
                );
                continue;
            }
        };
        for (file, is_bold) in [(regular, false), (bold, true)] {
            let family = &typeface.family.value;
            if own.iter().any(|face| face.family == *family && face.bold == is_bold) {
                continue;
            }
            let face = read(&file.value)
                .and_then(|bytes| Face::read(family, is_bold, bytes).map_err(|error| error.to_string()));
            match face {
                Ok(face) => own.push(Arc::new(face)),
                Err(why) => findings.push(
                    Finding::error("B004", format!("the font file `{}` cannot be used", file.value))
                        .at(&file.place, why),
                ),
            }
        }
    }
    let set = FontSet::new(own);
    for typeface in named.into_iter().flatten().filter(|face| face.regular.is_none() && face.bold.is_none()) {
        if !set.has_family(&typeface.family.value) {
            let finding = Finding::error("B005", format!("unknown typeface `{}`", typeface.family.value));
            findings.push(
                finding
                    .at(&typeface.family.place, "not a bundled family")
                    .help(format!("bundled are: {}", set.families().join(", ")))
                    .help("or give its files: `{ family: …, regular: file.ttf, bold: file.ttf }`"),
            );
        }
    }
    set
}

fn read_logo(logo: &Located<String>, read: ReadAsset<'_>, findings: &mut Vec<Finding>) -> Option<Artwork> {
    let decoded = read(&logo.value).and_then(|bytes| Artwork::read(&bytes));
    match decoded {
        Ok(decoded) => Some(decoded),
        Err(why) => {
            findings.push(
                Finding::error("B006", format!("the logo `{}` cannot be used", logo.value))
                    .at(&logo.place, why)
                    .help("an SVG, PNG or JPEG file beside the brand file is needed"),
            );
            None
        }
    }
}
