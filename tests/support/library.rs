//! The shipped handouts and brands, read from the project's own folder and built in this process.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use handout::app::order::Produced;
use handout::compose::branding::{self, Branding};
use handout::compose::shelf::Shelf;
use handout::diag::{Finding, Source};
use handout::geom::{Format, Make, Paper};
use handout::language::Languages;
use handout::layout::display::Publication;
use handout::model::brand::Brand;
use handout::model::exercise;
use handout::model::handout::Handout;
use handout::model::sources::Sources;
use handout::topic::{self, Files, Topic};
use handout::{Leaflet, Order, Settings, model};

/// The handouts that ship.
pub const HANDOUTS: [&str; 5] = ["first-trimester", "second-trimester", "third-trimester", "after-birth", "upper-back"];
/// Leaflets whose running text is still chopped into short sentences (H109), to be mended.
pub const STILL_CHOPPY: &[&str] = &[];
/// The brands that ship.
pub const BRANDS: [&str; 2] = ["riverside", "juniper"];
/// The papers, with their names in files.
pub const PAPERS: [(&str, Paper); 2] = [("a4", Paper::A4), ("letter", Paper::Letter)];

/// A path inside the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A text of the project, named by its path.
pub fn source(path: &str) -> Arc<Source> {
    let text = std::fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source::new(path, text)
}

/// The shipped sources.
pub fn sources() -> Sources {
    static SOURCES: LazyLock<Sources> =
        LazyLock::new(|| model::load(&source("handouts/sources.yaml")).expect("the shipped sources").value);
    SOURCES.clone()
}

/// The shipped topic.
pub fn topic() -> Arc<Topic> {
    static TOPIC: LazyLock<Arc<Topic>> = LazyLock::new(|| Arc::new(read_topic(topic::DEFAULT)));
    Arc::clone(&TOPIC)
}

fn read_topic(name: &str) -> Topic {
    let find = |path: &str| {
        let path = format!("handouts/topics/{name}/{path}");
        project(&path).is_file().then(|| source(&path))
    };
    Topic::read(name, &Files::new(&find)).expect("a good topic")
}

/// The shipped sources and exercises.
pub fn shelf() -> Shelf {
    static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
        let mut exercises = exercise::Library::new();
        for entry in std::fs::read_dir(project("handouts/exercises")).expect("the exercises") {
            let name = entry.expect("an exercise").file_name().to_string_lossy().into_owned();
            if let Some(id) = name.strip_suffix(".yaml") {
                let loaded = model::load(&source(&format!("handouts/exercises/{name}"))).expect("a good exercise");
                exercises.insert(id.to_owned(), loaded.value);
            }
        }
        let scene = |name: &str| {
            let loaded = model::load(&source(&format!("handouts/pictures/{name}.yaml"))).expect("a good scene");
            (name.to_owned(), loaded.value)
        };
        let scenes = ["standing", "sleep-on-side"].map(scene).into();
        Shelf { sources: sources(), exercises, scenes, ..Shelf::of(topic()) }
    });
    SHELF.clone()
}

/// The files of the shipped languages.
pub fn language_files() -> Vec<(String, Arc<Source>)> {
    let entries = std::fs::read_dir(project("handouts/languages")).expect("the languages");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".ftl") || name.ends_with(".yaml"));
    names.sort();
    let file = |name: String| {
        let source = source(&format!("handouts/languages/{name}"));
        (name, source)
    };
    names.into_iter().map(file).collect()
}

/// The shipped languages.
pub fn languages() -> Languages {
    static LANGUAGES: LazyLock<Languages> = LazyLock::new(|| {
        Languages::read(&language_files()).unwrap_or_else(|findings| panic!("{}", told(&findings))).value
    });
    LANGUAGES.clone()
}

/// A shipped brand with other languages.
pub fn branding_in(path: &str, languages: &Languages) -> Branding {
    let read = |asset: &str| {
        let file = std::fs::read(project(path).with_file_name(asset));
        file.map_err(|_| "there is no such file or folder".to_owned())
    };
    branding::prepare(&source(path), &topic().terms(), languages, &read)
        .unwrap_or_else(|findings| panic!("{path}: {findings:#?}"))
}

/// A brand file made ready; its files are read from beside it.
pub fn branding(path: &str) -> Branding {
    branding_of(&source(path), &project(path)).unwrap_or_else(|findings| panic!("{path}: {findings:#?}"))
}

/// A brand's text made ready as if it stood at `path`.
pub fn branding_of(source: &Arc<Source>, path: &Path) -> Result<Branding, Vec<Finding>> {
    let read = |asset: &str| {
        let file = std::fs::read(path.with_file_name(asset));
        file.map_err(|_| "there is no such file or folder".to_owned())
    };
    branding::prepare(source, &topic().terms(), &languages(), &read)
}

/// What the shipped brand's YAML says, with `change` made to its text before.
pub fn changed_brand(name: &str, change: impl Fn(&str) -> String) -> Branding {
    let path = format!("handouts/brands/{name}.yaml");
    let source = Source::new(path.as_str(), change(&source(&path).text));
    branding_of(&source, &project(&path)).expect("a good brand")
}

/// The leaflet of a handout's text, or why there is none.
pub fn build(
    source: &Arc<Source>,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<Leaflet, Vec<Finding>> {
    let handout = shelf.read_handout(source)?;
    Order { handout: &handout, branding, shelf, patient: None, settings: *settings }.build()
}

/// The placed pages of a handout's text, what was left out, and what was found; or why there are none.
pub fn lay_out(
    source: &Arc<Source>,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<(Produced, Vec<Finding>), Vec<Finding>> {
    let handout = shelf.read_handout(source)?;
    Order { handout: &handout, branding, shelf, patient: None, settings: *settings }.check().proof().passed()
}

/// Everything that is found in a handout's text and on its pages.
pub fn examine(source: &Arc<Source>, branding: &Branding, shelf: &Shelf, settings: &Settings) -> Vec<Finding> {
    match shelf.read_handout(source) {
        Ok(handout) => {
            let order = Order { handout: &handout, branding, shelf, patient: None, settings: *settings };
            order.check().proof().into_findings()
        }
        Err(findings) => findings,
    }
}

/// A handout to be built under a brand on a paper.
pub struct Case {
    /// `HANDOUT-BRAND-PAPER`.
    pub name: String,
    /// The handout's text.
    pub source: Arc<Source>,
    /// The brand.
    pub branding: Arc<Branding>,
    /// The format and what else is asked for.
    pub settings: Settings,
}

impl Case {
    /// A case from files of the project.
    pub fn new(handout: &str, brand: &str, paper: (&str, Paper)) -> Self {
        let stem = |path: &str| Path::new(path).file_stem().expect("a name").to_string_lossy().into_owned();
        let name = format!("{}-{}-{}", stem(handout), stem(brand), paper.0);
        let settings = Settings { format: Some(Format::sheet(paper.1)), ..Settings::default() };
        Self { name, source: source(handout), branding: Arc::new(branding(brand)), settings }
    }

    /// A shipped handout under a shipped brand in a format: `HANDOUT-BRAND-FORMAT`.
    pub fn in_format(handout: &str, brand: &str, format: Format) -> Self {
        let paths = (format!("handouts/{handout}.yaml"), format!("handouts/brands/{brand}.yaml"));
        let case = Self::new(&paths.0, &paths.1, PAPERS[0]);
        Self { name: format!("{handout}-{brand}-{}", format.name()), ..case }
            .with(|settings| settings.format = Some(format))
    }

    /// The same with other settings.
    pub fn with(mut self, change: impl Fn(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// The same under another name.
    pub fn called(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// The typed handout.
    pub fn handout(&self) -> Handout {
        shelf().read_handout(&self.source).unwrap_or_else(|findings| panic!("{}: {findings:#?}", self.name)).value
    }

    /// The typed brand.
    pub fn brand(&self) -> &Brand {
        &self.branding.brand
    }

    /// The leaflet, or why there is none.
    pub fn build(&self) -> Result<Leaflet, Vec<Finding>> {
        self.build_at(None)
    }

    /// The leaflet with a date of its own.
    pub fn build_at(&self, timestamp: Option<i64>) -> Result<Leaflet, Vec<Finding>> {
        build(&self.source, &self.branding, &shelf(), &Settings { timestamp, ..self.settings })
    }

    /// The leaflet's bytes.
    pub fn pdf(&self) -> Vec<u8> {
        self.build().unwrap_or_else(|findings| panic!("{}: {}", self.name, told(&findings))).pdf
    }

    /// The placed pages.
    pub fn publication(&self) -> Publication {
        self.produced().0.publication
    }

    /// The placed pages, what was left out, and what was found.
    pub fn produced(&self) -> (Produced, Vec<Finding>) {
        lay_out(&self.source, &self.branding, &shelf(), &self.settings)
            .unwrap_or_else(|findings| panic!("{}: {}", self.name, told(&findings)))
    }
}

/// Findings as the user sees them.
pub fn told(findings: &[Finding]) -> String {
    handout::diag::render_human(findings, false)
}

/// The shipped handouts under both brands on both papers.
pub fn shipped() -> Vec<Case> {
    let mut cases = Vec::new();
    for handout in HANDOUTS {
        for brand in BRANDS {
            for paper in PAPERS {
                cases.push(Case::new(
                    &format!("handouts/{handout}.yaml"),
                    &format!("handouts/brands/{brand}.yaml"),
                    paper,
                ));
            }
        }
    }
    cases
}

/// Handouts in every format that is not sheets, under one brand.
pub fn other_formats(handouts: &[&str]) -> Vec<Case> {
    let formats = || Format::ALL.into_iter().filter(|format| format.make() != Make::Sheet);
    handouts.iter().flat_map(|handout| formats().map(|format| Case::in_format(handout, "riverside", format))).collect()
}

/// The Arabic handout, which is there for the tests alone.
pub fn arabic() -> Case {
    let mut case = Case::new("tests/arabic/arabic.yaml", "tests/arabic/brand.yaml", PAPERS[0]);
    case.name = "arabic-a4".to_owned();
    case
}

/// Runs `work` on all cases, two at a time; gives the results in order.
pub fn each<T: Send>(cases: &[Case], work: impl Fn(&Case) -> T + Sync) -> Vec<T> {
    let middle = cases.len().div_ceil(2);
    let (first, second) = cases.split_at(middle);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| second.iter().map(&work).collect::<Vec<T>>());
        let mut results: Vec<T> = first.iter().map(&work).collect();
        match second.join() {
            Ok(more) => results.extend(more),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        results
    })
}
