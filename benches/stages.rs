//! How long each stage takes, and the whole: medians over many runs, one thread, files read before.
//!
//! `cargo bench` prints a table. It measures and asserts nothing; machines are noisy, so compare rows of one run.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use handout::check::Clock;
use handout::compose::branding::{self, Branding};
use handout::compose::shelf::Shelf;
use handout::diag::Source;
use handout::geom::Format;
use handout::model::Loaded;
use handout::model::exercise::{Exercise, Library};
use handout::model::handout::Handout;
use handout::model::patient::SheetRequest;
use handout::model::picture::Picture;
use handout::model::sources::Sources;
use handout::topic::{self, Files, Topic};
use handout::{Order, Settings, model, pdf, preflight};

const RUNS: usize = 60;

fn source(path: &str) -> Arc<Source> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    Source::new(path, std::fs::read_to_string(file).expect("a file of the project"))
}

fn topic() -> Topic {
    let find = |path: &str| {
        let path = format!("handouts/topics/{}/{path}", topic::DEFAULT);
        Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).is_file().then(|| source(&path))
    };
    Topic::read(topic::DEFAULT, &Files::new(&find)).expect("good")
}

fn shelf() -> Shelf {
    let mut exercises = Library::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/exercises");
    for entry in std::fs::read_dir(folder).expect("the exercises") {
        let name = entry.expect("an exercise").file_name().to_string_lossy().into_owned();
        if let Some(id) = name.strip_suffix(".yaml") {
            let path = format!("handouts/exercises/{name}");
            exercises.insert(id.to_owned(), model::load::<Exercise>(&source(&path)).expect("good").value);
        }
    }
    let scene = |name: &str| {
        let path = format!("handouts/pictures/{name}.yaml");
        (name.to_owned(), model::load::<Picture>(&source(&path)).expect("good").value)
    };
    let scenes = ["standing", "sleep-on-side"].map(scene).into();
    let sources = model::load::<Sources>(&source("handouts/sources.yaml")).expect("good").value;
    Shelf { sources, exercises, scenes, ..Shelf::of(Arc::new(topic())) }
}

fn brand() -> Branding {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/brands");
    let read = |asset: &str| std::fs::read(folder.join(asset)).map_err(|error| error.to_string());
    let languages = handout::app::languages::all().expect("good languages");
    branding::prepare(&source("handouts/brands/riverside.yaml"), &topic().terms(), &languages, &read)
        .expect("a good brand")
}

/// Prints the median time of a piece of work.
fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    let median = times[RUNS / 2].as_secs_f64() * 1000.0;
    println!("{name:<44} {median:>8.3} ms  {:>8.0} a second", 1000.0 / median);
}

fn main() {
    let (branding, shelf) = (brand(), shelf());
    let settings = Settings { clock: Clock::default(), ..Settings::default() };
    let text = source("handouts/third-trimester.yaml");
    measure("leaflet: read", || model::load::<Handout>(&text));
    let read = || shelf.read_handout(&text).expect("a good handout");
    let (branding, shelf) = (&branding, &shelf);
    fn order<'a>(
        handout: &'a Loaded<Handout>,
        branding: &'a Branding,
        shelf: &'a Shelf,
        settings: Settings,
    ) -> Order<'a> {
        Order { handout, branding, shelf, patient: None, settings }
    }
    measure("leaflet: read, check, lay out, look", || {
        order(&read(), branding, shelf, settings).check().proof().passed()
    });
    let handout = read();
    let (produced, _) =
        order(&handout, branding, shelf, settings).check().proof().passed().expect("it can be laid out");
    let (publication, handout) = (&produced.publication, &produced.handout);
    let (brand, exercises, limits) = (&branding.brand, &shelf.exercises, produced.limits);
    let subject = preflight::PageSubject {
        publication,
        handout,
        brand,
        exercises,
        topic: &shelf.topic,
        language: branding.language("en"),
        limits,
    };
    measure("leaflet: look at the pages", || preflight::check(subject));
    measure("leaflet: write the PDF", || pdf::write(publication));
    measure("leaflet: whole leaflet", || order(&read(), branding, shelf, settings).build());
    for format in [Format::A4Trifold, Format::Card, Format::A3Poster] {
        let settings = Settings { format: Some(format), ..settings };
        measure(&format!("third-trimester: {}", format.name()), || order(&read(), branding, shelf, settings).build());
    }
    let handout = read();
    let checked = order(&handout, branding, shelf, settings).check();
    let request = |note: &str| {
        let yaml = format!(
            "{{ id: v1, patient: Maria Example, week: 30, clinician: B. Example, exercises: ['pelvic-tilt:3x10', \
             cat-stretch, sit-to-stand], note: '{note}', next_visit: 2026-12-04 }}"
        );
        model::load::<SheetRequest>(&Source::new("request", yaml)).expect("a good request").value
    };
    let plain = request("Rest when you need to.");
    measure("sheet: check the request", || checked.personal(&plain).personal_findings().len());
    measure("sheet: three exercises", || checked.personal(&plain).proof().print());
}
