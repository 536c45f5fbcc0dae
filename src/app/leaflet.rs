//! Which handout a sheet is of: the one that is named, or else the one of her week.

use std::sync::OnceLock;

use super::{library, topics};
use crate::Settings;
use crate::check;
use crate::compose::branding::Branding;
use crate::diag::Finding;
use crate::language::is_same_language;
use crate::model::day::{DayWriting, MonthNames};
use crate::model::handout::Stage;
use crate::model::patient::SheetRequest;
use crate::model::stages::Stages;
use crate::model::vocabulary::Vocabulary;
use crate::model::{self, words};
use crate::topic;

/// The handouts that there are, read when a week first asks for one.
#[derive(Debug, Default)]
pub struct Leaflets(OnceLock<Read>);

/// What a week chooses from.
#[derive(Debug)]
struct Read {
    /// The stages of the topic whose handouts a week chooses: the one of handouts that name none.
    stages: Stages,
    leaflets: Vec<Leaflet>,
}

/// A handout, as far as it matters for choosing.
#[derive(Debug)]
struct Leaflet {
    name: String,
    is_built_in: bool,
    /// Its stage and its language's tag; nothing for a file with mistakes.
    read: Option<(Stage, String)>,
}

impl Leaflets {
    /// The name of the handout that a request's sheet is of: what the request names, what `named` names, or that of her
    /// week under `branding`.
    ///
    /// # Errors
    /// S018, where nothing tells it.
    pub fn of(
        &self,
        request: &SheetRequest,
        named: Option<&str>,
        branding: Option<&Branding>,
        settings: &Settings,
    ) -> Result<String, Finding> {
        let own = request.handout.as_ref().map(|own| own.value.as_str());
        if let Some(name) = own.or(named) {
            return Ok(name.to_owned());
        }
        let months = branding.map_or_else(MonthNames::default, |branding| branding.languages.months().clone());
        let days = DayWriting { order: settings.dates, months };
        let Some(moment) = check::sheet::moment(request, settings.clock, &days) else {
            let finding = Finding::error("S018", "neither a handout nor a week is told");
            let finding = match request.places_of_week().next() {
                Some(place) => finding.at(place, "no week follows from this"),
                None => finding,
            };
            return Err(finding.help("name a handout, or tell the week: `week`, `due_date` or `weeks_after_birth`"));
        };
        let asked = request.language.as_ref().map(|language| language.value.as_str());
        let language = asked.or(branding.map(|branding| branding.brand.locale.value.as_str()));
        let Some(stage) = self.read().stages.at(moment) else {
            let finding = Finding::error("S018", format!("there is no handout for {}", moment.words()));
            return Err(finding.help("name a handout"));
        };
        self.of_stage(stage, language).map_err(|(message, help)| {
            let place = request.language.as_ref().map(|language| &language.place).or(request.places_of_week().next());
            let finding = Finding::error("S018", message).help(help);
            match place {
                Some(place) => finding.at(place, "the week asks for it"),
                None => finding,
            }
        })
    }

    /// What to say of a name that no handout has.
    pub fn unknown(&self, request: &SheetRequest, name: &str) -> Finding {
        let names: Vec<&str> = self.read().leaflets.iter().map(|leaflet| leaflet.name.as_str()).collect();
        let finding = Finding::error("S018", "there is no such handout");
        let finding = match &request.handout {
            Some(asked) => finding.at(&asked.place, "nothing has this name"),
            None => finding,
        };
        match words::nearest(name, names.iter().copied()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("there are: {}", names.join(", "))),
        }
    }

    /// The name of the handout of a stage in a language: the clinic's own before the library's. Of several, the one that
    /// is called as the stage is.
    fn of_stage(&self, stage: Stage, language: Option<&str>) -> Result<String, (String, String)> {
        let usual = stage.as_str();
        let fits = |leaflet: &&Leaflet| match &leaflet.read {
            Some((own, tag)) => *own == stage && language.is_none_or(|language| is_same_language(language, tag)),
            // A file with mistakes is never passed over for another one: its mistakes are told.
            None => leaflet.name == usual,
        };
        let (built_in, own): (Vec<&Leaflet>, _) =
            self.read().leaflets.iter().filter(fits).partition(|one| one.is_built_in);
        let candidates = if own.is_empty() { built_in } else { own };
        match candidates.as_slice() {
            [only] => Ok(only.name.clone()),
            [] => {
                let language = language.map_or_else(|| "any language".to_owned(), |tag| format!("`{tag}`"));
                Err((format!("there is no handout for {usual} in {language}"), "name a handout".to_owned()))
            }
            several if several.iter().any(|leaflet| leaflet.name == usual) => Ok(usual.to_owned()),
            several => {
                let names: Vec<&str> = several.iter().map(|leaflet| leaflet.name.as_str()).collect();
                let message = format!("there are several handouts for {usual}: {}", names.join(", "));
                Err((message, format!("name one of them, or call one `{usual}`")))
            }
        }
    }

    fn read(&self) -> &Read {
        self.0.get_or_init(|| {
            let vocabulary = topics::vocabulary();
            let leaflets = library::HANDOUTS.names().into_iter().filter_map(|name| Leaflet::of(name, &vocabulary));
            // Mistakes in the topic are told where it is read for the sheet.
            let stages = topics::about(topic::DEFAULT).map(|about| about.stages()).unwrap_or_default();
            Read { stages, leaflets: leaflets.collect() }
        })
    }
}

impl Leaflet {
    fn of(name: String, vocabulary: &Vocabulary) -> Option<Self> {
        let (_, source) = library::handout(&name).ok()?;
        let read = model::load_handout(&source, vocabulary)
            .ok()
            .map(|read| (read.value.stage.value, read.value.language.value));
        Some(Self { name, is_built_in: source.is_built_in(), read })
    }
}
