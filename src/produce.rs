//! One handout in one format: composed, laid out, and put on its sheets.
//!
//! Sheets and booklets hold the whole leaflet. Folded leaflets and posters hold as much of it as fits ([`crate::fit`]).
//! The card holds the help box and nothing else.

use crate::compose::branding::Branding;
use crate::compose::pictures::Pictures;
use crate::compose::reading_copy::{CopyInput, CopyLeaflet};
use crate::compose::select::Candidate;
use crate::compose::shelf::Shelf;
use crate::compose::{self, Document, Marks};
use crate::diag::Finding;
use crate::fit::fit;
use crate::geom::{Format, Make, Paper, Size};
use crate::language::{self, Language};
use crate::layout::display::Publication;
use crate::layout::folded::Panels;
use crate::layout::grid::{Grid, PageStyle};
use crate::layout::{self, Overflow, folded, poster, wallet};
use crate::model::approval::{self, Standing};
use crate::model::brand::PaperName;
use crate::model::handout::Handout;
use crate::preflight::Limits;
use crate::press::geometry::{
    A4_TRIFOLD, A4_ZFOLD, BLEED, BLEED_INCH, Fold, Folds, LETTER_TRIFOLD, LETTER_ZFOLD, WALLET_CARD, half,
};
use crate::press::{impose, sheet, strip};
use crate::text::Shaper;
use crate::{Settings, gate, preflight};

/// What a handout became in one format.
#[derive(Clone, Debug)]
pub struct Produced {
    /// The sides of its sheets.
    pub publication: Publication,
    /// The pages in reading order, where sheets have them in another one.
    pub reading: Option<Publication>,
    /// What was left out, the most important first.
    pub left_out: Vec<Candidate>,
    /// How many items were kept; `None` for a format that takes all or none.
    pub kept: Option<usize>,
    /// The handout without what was left out.
    pub handout: Handout,
    /// What its pages are held to.
    pub limits: Limits,
}

/// What every attempt shares.
struct Workshop<'a> {
    handout: &'a Handout,
    branding: &'a Branding,
    shelf: &'a Shelf,
    settings: &'a Settings,
    marks: Marks,
    standing: Standing<'a>,
    pictures: Pictures,
    language: &'a Language,
}

/// Produces a checked handout in the format that the settings ask for.
///
/// # Errors
/// What cannot be drawn, and what does not fit.
pub fn produce(
    handout: &Handout,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
    marks: Marks,
) -> Result<Produced, Vec<Finding>> {
    let mut pictures = compose::pictures::prepare(handout, branding, shelf)?;
    if settings.format.is_some_and(|format| !matches!(format.make(), Make::Sheet | Make::Booklet)) {
        // Where items have to go for want of room, sections have none for pictures.
        pictures.sections.clear();
    }
    let workshop = Workshop {
        handout,
        branding,
        shelf,
        settings,
        marks,
        standing: approval::standing(handout, shelf.basis(), &shelf.approved.roles(&branding.brand)),
        pictures,
        language: branding.language(&handout.language.value),
    };
    workshop.produce().map_err(|overflows| {
        let finding = |overflow: &Overflow| {
            Finding::error(gate::OVERFLOW, overflow.to_string())
                .at(place_of(overflow, handout, branding), "this is where it begins")
                .help("shorten it, or split it in two")
        };
        overflows.iter().map(finding).collect()
    })
}

/// Lays a reading copy out on sheets of the brand's paper.
///
/// # Errors
/// What does not fit.
pub fn reading_copy(
    leaflets: &[CopyLeaflet<'_>],
    code: &str,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<Publication, Vec<Finding>> {
    let Branding { brand, logo, theme, fonts, .. } = branding;
    let tag = leaflets.first().map_or(language::SOURCE, |leaflet| leaflet.handout.language.value.as_str());
    let language = branding.language(tag);
    let paper = match brand.paper.unwrap_or_else(|| language.paper()) {
        PaperName::A4 => Paper::A4,
        PaperName::Letter => Paper::Letter,
    };
    let timestamp = settings.timestamp;
    let (sources, logo) = (&shelf.sources, logo.as_ref());
    let input = CopyInput { leaflets, brand, language, logo, theme, sources, code, timestamp };
    let document = compose::reading_copy::compose(input);
    let grid = if settings.large_print { Grid::large_sheet(paper.size()) } else { Grid::sheet(paper.size()) };
    let style = PageStyle { grid, low_ink: settings.low_ink, whole_sheets: false };
    let mut shaper = Shaper::new(fonts.clone(), language.family(), language.is_right_to_left());
    layout::lay_out(&document, &mut shaper, style).map_err(|overflows| {
        let finding = |overflow: &Overflow| Finding::error(gate::OVERFLOW, overflow.to_string()).help("shorten it");
        overflows.iter().map(finding).collect()
    })
}

impl Workshop<'_> {
    fn produce(&self) -> Result<Produced, Vec<Overflow>> {
        let format = self.settings.format.unwrap_or_else(|| Format::sheet(self.own_paper()));
        let paper = format.paper().unwrap_or_else(|| self.own_paper());
        let produced = match format.make() {
            Make::Sheet => self.whole(self.sheet_style(paper.size()))?,
            Make::Booklet => self.booklet(paper)?,
            Make::Trifold | Make::Zfold => self.folded(format)?,
            Make::Card => self.card(paper)?,
            Make::Poster => self.poster(paper)?,
        };
        Ok(self.finish(produced, format, paper))
    }

    /// The brand's paper.
    fn own_paper(&self) -> Paper {
        match self.branding.brand.paper.unwrap_or_else(|| self.language.paper()) {
            PaperName::A4 => Paper::A4,
            PaperName::Letter => Paper::Letter,
        }
    }

    fn style(&self, grid: Grid) -> PageStyle {
        PageStyle { grid, low_ink: self.settings.low_ink, whole_sheets: false }
    }

    fn sheet_style(&self, page: Size) -> PageStyle {
        self.style(if self.settings.large_print { Grid::large_sheet(page) } else { Grid::sheet(page) })
    }

    fn limits(&self) -> Limits {
        let limits = if self.settings.large_print { Limits::LARGE } else { Limits::LEAFLET };
        if self.settings.press { Limits { dots_per_inch: 300.0, ..limits } } else { limits }
    }

    fn document(&self, handout: &Handout, shortened: bool) -> Document {
        let Branding { brand, logo, theme, .. } = self.branding;
        compose::compose(compose::Input {
            handout,
            brand,
            language: self.language,
            country: self.branding.country.as_deref(),
            logo: logo.as_ref(),
            sources: &self.shelf.sources,
            exercises: &self.shelf.exercises,
            topic: &self.shelf.topic,
            pictures: &self.pictures,
            theme,
            timestamp: self.settings.timestamp,
            marks: self.marks,
            standing: &self.standing,
            shortened,
        })
    }

    fn shaper(&self) -> Shaper {
        Shaper::new(self.branding.fonts.clone(), self.language.family(), self.language.is_right_to_left())
    }

    /// The whole leaflet on pages.
    fn whole(&self, style: PageStyle) -> Result<Produced, Vec<Overflow>> {
        let document = self.document(self.handout, false);
        let publication = layout::lay_out(&document, &mut self.shaper(), style)?;
        Ok(self.of_all(publication))
    }

    /// A publication that holds all of the handout.
    fn of_all(&self, publication: Publication) -> Produced {
        Produced {
            publication,
            reading: None,
            left_out: Vec::new(),
            kept: None,
            handout: self.handout.clone(),
            limits: self.limits(),
        }
    }

    fn booklet(&self, paper: Paper) -> Result<Produced, Vec<Overflow>> {
        let page = half(paper.landscape());
        let grid = if self.settings.large_print { Grid::large_booklet(page) } else { Grid::booklet(page) };
        let produced = self.whole(PageStyle { whole_sheets: true, ..self.style(grid) })?;
        let reading = produced.publication.clone();
        let publication = impose::impose(produced.publication, paper.landscape(), self.language.is_right_to_left());
        Ok(Produced { publication, reading: Some(reading), ..produced })
    }

    fn folded(&self, format: Format) -> Result<Produced, Vec<Overflow>> {
        let fold = fold_of(format);
        let right_to_left = self.language.is_right_to_left();
        let widths = fold.panels(right_to_left).map(|panel| panel.width);
        let panels = Panels { widths, height: fold.sheet.height, to_edge: self.settings.press };
        let mut shaper = self.shaper();
        let fitted = fit(self.handout, |handout, shortened| {
            let document = self.document(handout, shortened);
            folded::lay_out(&document, &mut shaper, panels, self.settings.low_ink)
        })?;
        let produced = self.of_some(fitted);
        let publication = impose::fold(produced.publication, fold, right_to_left);
        Ok(Produced { publication, ..produced })
    }

    fn poster(&self, paper: Paper) -> Result<Produced, Vec<Overflow>> {
        let style = self.style(Grid::poster(paper.size()));
        let mut shaper = self.shaper();
        let fitted = fit(self.handout, |handout, shortened| {
            let document = self.document(handout, shortened);
            poster::lay_out(&document, &mut shaper, style)
        })?;
        let produced = self.of_some(fitted);
        let limits = Limits { code: Limits::POSTER.code, ..produced.limits };
        Ok(Produced { limits, ..produced })
    }

    fn of_some(&self, fitted: crate::fit::Fitted) -> Produced {
        let gone = fitted.left_out.iter().map(|candidate| candidate.number).collect();
        Produced {
            publication: fitted.publication,
            reading: None,
            handout: compose::select::without(self.handout, &gone),
            left_out: fitted.left_out,
            kept: Some(fitted.kept),
            limits: self.limits(),
        }
    }

    fn card(&self, paper: Paper) -> Result<Produced, Vec<Overflow>> {
        let all = compose::select::candidates(self.handout).into_iter().map(|candidate| candidate.number).collect();
        let handout = compose::select::without(self.handout, &all);
        let document = self.document(&handout, true);
        let panels = wallet::lay_out(&document, &mut self.shaper(), WALLET_CARD, self.settings.low_ink)?;
        let publication = strip::strips(panels, paper.size());
        Ok(Produced { handout, limits: Limits::WALLET, ..self.of_all(publication) })
    }

    /// Marks, guides and bleed, where they were asked for.
    fn finish(&self, mut produced: Produced, format: Format, paper: Paper) -> Produced {
        let right_to_left = self.language.is_right_to_left();
        let folds = match format.make() {
            Make::Trifold | Make::Zfold => fold_of(format).folds(right_to_left),
            Make::Booklet => Folds::middle(paper.landscape()),
            Make::Sheet | Make::Card | Make::Poster => Folds::none(),
        };
        if self.settings.press {
            let bleed = if matches!(paper, Paper::A4 | Paper::A3) { BLEED } else { BLEED_INCH };
            produced.publication = sheet::with_bleed(produced.publication, bleed, &folds);
        } else if self.settings.fold_guides {
            produced.publication = sheet::with_guides(produced.publication, &folds);
        }
        produced
    }
}

/// How a folded format is folded.
fn fold_of(format: Format) -> &'static Fold {
    match format {
        Format::LetterTrifold => &LETTER_TRIFOLD,
        Format::A4Zfold => &A4_ZFOLD,
        Format::LetterZfold => &LETTER_ZFOLD,
        _ => &A4_TRIFOLD,
    }
}

/// Where the text begins that does not fit; the help box, which has no text of its own before its signs, begins with
/// the first sign.
fn place_of<'a>(overflow: &Overflow, handout: &'a Handout, branding: &Branding) -> &'a crate::diag::Place {
    let values = language::values(&branding.brand, branding.language(&handout.language.value));
    let texts = crate::model::texts::of_handout(handout);
    let sign = handout.seek_care.emergency.all_signs().next().map(|sign| &sign.text.place);
    preflight::place::find(&texts, &values, &overflow.text).or(sign).unwrap_or(&handout.title.place)
}
