//! One handout in one format: composed, laid out, and put on its sheets.
//!
//! Sheets and booklets hold the whole leaflet. Folded leaflets and posters hold as much of it as fits ([`fit`]).
//! The card holds the help box and nothing else.

use super::Order;
use super::checked::Checked;
use super::fit::{Fitted, fit};
use super::personal::Personal;
use crate::app::privacy;
use crate::compose::branding::Branding;
use crate::compose::pictures::Pictures;
use crate::compose::select::Candidate;
use crate::compose::sheet::Recipient;
use crate::compose::{self, Document};
use crate::diag::Finding;
use crate::geom::{Format, Make, Paper, Size};
use crate::language::{self, Language};
use crate::layout::display::Publication;
use crate::layout::folded::Panels;
use crate::layout::grid::{Grid, PageStyle};
use crate::layout::{self, Overflow, folded, poster, wallet};
use crate::model::approval::Standing;
use crate::model::brand::{Brand, PaperName};
use crate::model::handout::Handout;
use crate::preflight::Limits;
use crate::press::geometry::{
    A4_TRIFOLD, A4_ZFOLD, BLEED, BLEED_INCH, Fold, Folds, LETTER_TRIFOLD, LETTER_ZFOLD, WALLET_CARD, half,
};
use crate::press::{impose, sheet, strip};
use crate::text::Shaper;
use crate::{gate, preflight};

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
    checked: &'a Checked<'a>,
    order: Order<'a>,
    /// Whether it is set in large print.
    large_print: bool,
    standing: Standing<'a>,
    pictures: Pictures,
    language: &'a Language,
}

/// Lays what was checked out in the format that the order asks for.
///
/// # Errors
/// What cannot be drawn, and what does not fit.
pub fn produce(checked: &Checked<'_>) -> Result<Produced, Vec<Finding>> {
    let (order, handout) = (checked.order, checked.handout());
    let brand = &order.branding.brand;
    let mut pictures = checked.shared.pictures(handout, order.branding, checked.shelf())?;
    let language = checked.language();
    let format = order.settings.format.unwrap_or_else(|| Format::sheet(paper(brand, language)));
    if checked.personal.is_none() && !matches!(format.make(), Make::Sheet | Make::Booklet) {
        // Where items have to go for want of room, sections have none for pictures.
        pictures.sections.clear();
    }
    let of_patient = order.patient.is_some_and(|request| request.large_print);
    let large_print = order.settings.large_print || of_patient;
    let workshop = Workshop { checked, order, large_print, standing: checked.standing(), pictures, language };
    let produced = match checked.personal {
        Some(_) => workshop.personal(format.paper().unwrap_or_else(|| paper(brand, language))),
        None => workshop.produce(format),
    };
    produced.map_err(|overflows| match checked.personal {
        Some(_) => overflows.iter().map(privacy::overflow).collect(),
        None => overflows.iter().map(|overflow| too_long(overflow, handout, order.branding)).collect(),
    })
}

/// The paper of a brand's sheets.
#[must_use]
pub fn paper(brand: &Brand, language: &Language) -> Paper {
    match brand.paper.unwrap_or_else(|| language.paper()) {
        PaperName::A4 => Paper::A4,
        PaperName::Letter => Paper::Letter,
    }
}

/// What a handout says, a part of it where `shortened`; for a patient, her own sheet.
pub fn document(
    checked: &Checked<'_>,
    handout: &Handout,
    pictures: &Pictures,
    standing: &Standing<'_>,
    shortened: bool,
) -> Document {
    let (Order { branding, settings, .. }, shelf) = (checked.order, checked.shelf());
    let Branding { brand, logo, theme, .. } = branding;
    let input = compose::Input {
        handout,
        brand,
        language: checked.language(),
        country: branding.country.as_deref(),
        logo: logo.as_ref(),
        sources: &shelf.sources,
        exercises: checked.exercises(),
        topic: &shelf.topic,
        pictures,
        theme,
        timestamp: settings.timestamp,
        marks: checked.marks,
        standing,
        shortened,
    };
    match &checked.personal {
        None => compose::compose(input),
        Some(Personal { request, plan, .. }) => {
            let name_in_metadata = settings.name_in_metadata;
            compose::sheet::compose(input, Recipient { request, plan, name_in_metadata })
        }
    }
}

/// That a text does not fit, at its place.
fn too_long(overflow: &Overflow, handout: &Handout, branding: &Branding) -> Finding {
    Finding::error(gate::OVERFLOW, overflow.to_string())
        .at(place_of(overflow, handout, branding), "this is where it begins")
        .help("shorten it, or split it in two")
}

impl Workshop<'_> {
    fn produce(&self, format: Format) -> Result<Produced, Vec<Overflow>> {
        let paper = format.paper().unwrap_or_else(|| paper(&self.order.branding.brand, self.language));
        let produced = match format.make() {
            Make::Sheet => self.whole(self.sheet_style(paper.size()))?,
            Make::Booklet => self.booklet(paper)?,
            Make::Trifold | Make::Zfold => self.folded(format)?,
            Make::Card => self.card(paper)?,
            Make::Poster => self.poster(paper)?,
        };
        Ok(self.finish(produced, format, paper))
    }

    /// A patient's own sheet, on as few pages as it can be, with the glyphs that every sheet's faces have.
    fn personal(&self, paper: Paper) -> Result<Produced, Vec<Overflow>> {
        let (style, document) = (self.sheet_style(paper.size()), self.document(self.checked.handout(), false));
        let Branding { brand, fonts, .. } = self.order.branding;
        let publication = self.shape(|shaper| {
            let publication = layout::lay_out(&document, shaper, style)?;
            let alphabet = self.checked.shared.alphabet(brand, fonts);
            Ok::<_, Vec<Overflow>>(Publication {
                alphabet: layout::alphabet(&document, shaper, style, alphabet),
                ..publication
            })
        })?;
        Ok(self.of_all(publication))
    }

    fn style(&self, grid: Grid) -> PageStyle {
        PageStyle { grid, low_ink: self.order.settings.low_ink, whole_sheets: false }
    }

    fn sheet_style(&self, page: Size) -> PageStyle {
        self.style(if self.large_print { Grid::large_sheet(page) } else { Grid::sheet(page) })
    }

    fn limits(&self) -> Limits {
        let limits = if self.large_print { Limits::LARGE } else { Limits::LEAFLET };
        if self.order.settings.press { Limits { dots_per_inch: 300.0, ..limits } } else { limits }
    }

    fn document(&self, handout: &Handout, shortened: bool) -> Document {
        document(self.checked, handout, &self.pictures, &self.standing, shortened)
    }

    /// Does something with a shaper of the brand's fonts.
    fn shape<T>(&self, act: impl FnOnce(&mut Shaper) -> T) -> T {
        self.checked.shared.shape(self.order.branding, self.language, act)
    }

    /// The whole leaflet on pages.
    fn whole(&self, style: PageStyle) -> Result<Produced, Vec<Overflow>> {
        let document = self.document(self.checked.handout(), false);
        let publication = self.shape(|shaper| layout::lay_out(&document, shaper, style))?;
        Ok(self.of_all(publication))
    }

    /// A publication that holds all of the handout.
    fn of_all(&self, publication: Publication) -> Produced {
        Produced {
            publication,
            reading: None,
            left_out: Vec::new(),
            kept: None,
            handout: self.checked.handout().clone(),
            limits: self.limits(),
        }
    }

    fn booklet(&self, paper: Paper) -> Result<Produced, Vec<Overflow>> {
        let page = half(paper.landscape());
        let grid = if self.large_print { Grid::large_booklet(page) } else { Grid::booklet(page) };
        let produced = self.whole(PageStyle { whole_sheets: true, ..self.style(grid) })?;
        let reading = produced.publication.clone();
        let publication = impose::impose(produced.publication, paper.landscape(), self.language.is_right_to_left());
        Ok(Produced { publication, reading: Some(reading), ..produced })
    }

    fn folded(&self, format: Format) -> Result<Produced, Vec<Overflow>> {
        let fold = fold_of(format);
        let right_to_left = self.language.is_right_to_left();
        let widths = fold.panels(right_to_left).map(|panel| panel.width);
        let panels = Panels { widths, height: fold.sheet.height, to_edge: self.order.settings.press };
        let fitted = fit(self.checked.handout(), |handout, shortened| {
            let document = self.document(handout, shortened);
            self.shape(|shaper| folded::lay_out(&document, shaper, panels, self.order.settings.low_ink))
        })?;
        let produced = self.of_some(fitted);
        let publication = impose::fold(produced.publication, fold, right_to_left);
        Ok(Produced { publication, ..produced })
    }

    fn poster(&self, paper: Paper) -> Result<Produced, Vec<Overflow>> {
        let style = self.style(Grid::poster(paper.size()));
        let fitted = fit(self.checked.handout(), |handout, shortened| {
            let document = self.document(handout, shortened);
            self.shape(|shaper| poster::lay_out(&document, shaper, style))
        })?;
        let produced = self.of_some(fitted);
        let limits = Limits { code: Limits::POSTER.code, ..produced.limits };
        Ok(Produced { limits, ..produced })
    }

    fn of_some(&self, fitted: Fitted) -> Produced {
        let gone = fitted.left_out.iter().map(|candidate| candidate.number).collect();
        Produced {
            publication: fitted.publication,
            reading: None,
            handout: compose::select::without(self.checked.handout(), &gone),
            left_out: fitted.left_out,
            kept: Some(fitted.kept),
            limits: self.limits(),
        }
    }

    fn card(&self, paper: Paper) -> Result<Produced, Vec<Overflow>> {
        let all =
            compose::select::candidates(self.checked.handout()).into_iter().map(|candidate| candidate.number).collect();
        let handout = compose::select::without(self.checked.handout(), &all);
        let document = self.document(&handout, true);
        let low_ink = self.order.settings.low_ink;
        let panels = self.shape(|shaper| wallet::lay_out(&document, shaper, WALLET_CARD, low_ink))?;
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
        if self.order.settings.press {
            let bleed = if matches!(paper, Paper::A4 | Paper::A3) { BLEED } else { BLEED_INCH };
            produced.publication = sheet::with_bleed(produced.publication, bleed, &folds);
        } else if self.order.settings.fold_guides {
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

/// Where the text begins that does not fit, in the handout's own file if it can be: the help box, whose heading may be the
/// topic's, begins with the first sign.
fn place_of<'a>(overflow: &Overflow, handout: &'a Handout, branding: &Branding) -> &'a crate::diag::Place {
    let values = language::values(&branding.brand, branding.language(&handout.language.value));
    let own = &handout.title.place.source;
    let mut texts = crate::model::texts::of_handout(handout);
    texts.retain(|text| std::sync::Arc::ptr_eq(&text.place.source, own));
    let sign = handout.seek_care.all_signs().next().map(|sign| &sign.text.place);
    preflight::place::find(&texts, &values, &overflow.text).or(sign).unwrap_or(&handout.title.place)
}
