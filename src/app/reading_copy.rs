//! Reading copies: every text of every handout on pages for a clinician to read before approving them.

use std::collections::{BTreeMap, BTreeSet};

use super::library::{self, Wanted};
use super::problem::Problem;
use super::{order, pool};
use crate::compose::branding::Branding;
use crate::compose::pictures::Drawings;
use crate::compose::reading_copy::{CopyInput, CopyLeaflet, CopyTopic};
use crate::compose::shelf::Shelf;
use crate::diag::{Finding, has_errors};
use crate::gate::is_told;
use crate::layout::Overflow;
use crate::layout::display::Publication;
use crate::layout::grid::{Grid, PageStyle};
use crate::model::approval;
use crate::model::handout::Handout;
use crate::model::patterns::primary_language;
use crate::text::Shaper;
use crate::{Order, Settings, compose, gate, language, layout, pdf};

/// A reading copy of all handouts.
pub struct ReadingCopy {
    /// A file for each language.
    pub copies: Vec<Copy>,
    /// The code of all texts, which an approval names.
    pub code: String,
}

/// The handouts of one language.
pub struct Copy {
    /// What the file is called.
    pub file_name: String,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Makes a reading copy of all handouts under a brand, given by name or file.
///
/// # Errors
/// A brand, handout or exercise that cannot be read, or a handout with errors, which nobody could approve.
pub fn reading_copy(brand: Option<&str>, settings: Settings) -> Result<ReadingCopy, Problem> {
    let refuse = |findings| Problem::Content(findings, "no reading copy was written".to_owned());
    let asked = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
    let branding = library::brand(&asked)?.1.map_err(refuse)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
    let mut by_language: BTreeMap<String, Vec<(String, Handout)>> = BTreeMap::new();
    let mut findings = Vec::new();
    let names = library::HANDOUTS.names();
    let read: Result<Vec<_>, Problem> = names.iter().map(|name| library::handout(name)).collect();
    let read = read?;
    let usual = Settings { large_print: false, ..settings };
    let all = pool::map(read.len(), |index| {
        let handout = shelf.read_handout(&read[index].1)?;
        let order = Order { handout: &handout, branding: &branding, shelf: &shelf, patient: None, settings: usual };
        let (_, findings) = order.check().proof().passed()?;
        Ok::<_, Vec<Finding>>((handout.value, findings))
    });
    for ((name, _), checked) in read.into_iter().zip(all) {
        match checked {
            Ok((handout, _)) => by_language.entry(handout.language.value.clone()).or_default().push((name, handout)),
            // What cannot be approved is no part of a copy for those who approve.
            Err(found) => findings.extend(found.into_iter().filter(is_told)),
        }
    }
    if has_errors(&findings) {
        return Err(refuse(findings));
    }
    let all = by_language.values().flatten();
    let texts: Vec<(&str, String)> = all
        .map(|(name, handout)| {
            (
                name.as_str(),
                approval::text(handout, shelf.for_handout(handout, branding.language(&handout.language.value)).basis()),
            )
        })
        .collect();
    let basis = shelf.basis();
    let languages: BTreeSet<String> = by_language.keys().map(|tag| primary_language(tag)).collect();
    let of_topic =
        languages.into_iter().filter_map(|language| basis.topic_text(&language).map(|text| (language, text)));
    let of_topic: Vec<(String, String)> = of_topic.collect();
    let code =
        approval::copy_code(texts.iter().map(|(name, text)| (*name, text.as_str())).chain(approval::named(&of_topic)));
    let mut copies = Vec::new();
    for (language, handouts) in &by_language {
        let (pdf, pages) = build(handouts, &code, &branding, &shelf, &settings).map_err(refuse)?;
        copies.push(Copy { file_name: file_name(language, by_language.len()), pdf, pages });
    }
    Ok(ReadingCopy { copies, code })
}

/// What the copy of a language is called, when there are copies in so many.
fn file_name(language: &str, languages: usize) -> String {
    match languages {
        1 => "reading-copy.pdf".to_owned(),
        _ => format!("reading-copy-{language}.pdf"),
    }
}

/// A reading copy of handouts in one language, each with its name: the PDF, and how many pages it has.
fn build(
    handouts: &[(String, Handout)],
    code: &str,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<(Vec<u8>, usize), Vec<Finding>> {
    let tag = handouts.first().map_or(language::SOURCE, |(_, handout)| handout.language.value.as_str());
    let shelf = &*shelf.in_language(branding.language(tag));
    let roles = shelf.approved.roles(&branding.brand);
    let texts: Vec<String> = handouts.iter().map(|(_, handout)| approval::text(handout, shelf.basis())).collect();
    // Several leaflets show the same exercises.
    let drawings = Drawings::default();
    let mut leaflets = Vec::new();
    for ((name, handout), text) in handouts.iter().zip(&texts) {
        leaflets.push(CopyLeaflet {
            name,
            handout,
            text,
            standing: approval::standing(handout, shelf.basis(), &roles),
            changes: approval::changes_since(handout, text, &shelf.approved),
            pictures: compose::pictures::prepare(handout, branding, shelf, &drawings)?,
        });
    }
    let basis = shelf.basis();
    let topic = basis.topic_text(tag).map(|text| CopyTopic {
        standing: approval::topic_standing(tag, basis, &roles),
        changes: approval::changes_of(basis.topic_reviews(tag), &text, &shelf.approved),
        text,
    });
    let publication = lay_out(&leaflets, topic.as_ref(), code, branding, shelf, settings)?;
    let pdf = pdf::write(&publication).map_err(|error| vec![order::unwritten(&error)])?;
    Ok((pdf, publication.pages.len()))
}

/// Lays a reading copy out on sheets of the brand's paper.
///
/// # Errors
/// What does not fit.
fn lay_out(
    leaflets: &[CopyLeaflet<'_>],
    topic: Option<&CopyTopic<'_>>,
    code: &str,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<Publication, Vec<Finding>> {
    let Branding { brand, logo, theme, fonts, .. } = branding;
    let tag = leaflets.first().map_or(language::SOURCE, |leaflet| leaflet.handout.language.value.as_str());
    let language = branding.language(tag);
    let paper = order::paper(brand, language);
    let timestamp = settings.timestamp;
    let (sources, logo) = (&shelf.sources, logo.as_ref());
    let input = CopyInput { leaflets, topic, brand, language, logo, theme, sources, code, timestamp };
    let document = compose::reading_copy::compose(input);
    let grid = if settings.large_print { Grid::large_sheet(paper.size()) } else { Grid::sheet(paper.size()) };
    let style = PageStyle { grid, low_ink: settings.low_ink, whole_sheets: false };
    let mut shaper = Shaper::new(fonts.clone(), language.family(), language.is_right_to_left());
    layout::lay_out(&document, &mut shaper, style).map_err(|overflows| {
        let finding = |overflow: &Overflow| Finding::error(gate::OVERFLOW, overflow.to_string()).help("shorten it");
        overflows.iter().map(finding).collect()
    })
}
