//! Where names lead: the clinic's folder first, then the library built into the program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files;
use super::print::{Problem, reason};
use crate::art::Artwork;
use crate::compose::branding::{self, Branding};
use crate::compose::shelf::Shelf;
use crate::diag::{Finding, Source};
use crate::model;
use crate::model::brand::Brand;
use crate::model::exercise::Exercise;
use crate::model::picture::Picture;
use crate::model::sources::Sources;

/// A file built into the program.
struct Bundled {
    name: &'static str,
    bytes: &'static [u8],
}

macro_rules! bundle {
    ($($path:literal),* $(,)?) => {
        &[$(Bundled { name: $path, bytes: include_bytes!(concat!("../../handouts/", $path)) }),*]
    };
}

const HANDOUTS: &[Bundled] = bundle![
    "first-trimester.yaml",
    "second-trimester.yaml",
    "third-trimester.yaml",
    "after-birth.yaml",
    "upper-back.yaml",
];
const EXERCISES: &[Bundled] = bundle![
    "exercises/tummy-hug-breathing.yaml",
    "exercises/pelvic-floor-squeeze.yaml",
    "exercises/pelvic-tilt.yaml",
    "exercises/cat-stretch.yaml",
    "exercises/rest-back-stretch.yaml",
    "exercises/all-fours-reach.yaml",
    "exercises/wall-push-up.yaml",
    "exercises/sit-to-stand.yaml",
    "exercises/wall-slide.yaml",
    "exercises/side-lying-clam.yaml",
    "exercises/cushion-squeeze.yaml",
    "exercises/bridge.yaml",
    "exercises/buttock-squeeze.yaml",
    "exercises/seated-turn.yaml",
    "exercises/shoulder-blade-squeeze.yaml",
    "exercises/doorway-chest-stretch.yaml",
    "exercises/chin-tuck.yaml",
    "exercises/wall-angels.yaml",
    "exercises/open-book.yaml",
    "exercises/side-reach.yaml",
    "exercises/hug-a-tree.yaml",
    "exercises/band-row.yaml",
    "exercises/ball-circles.yaml",
    "exercises/seated-buttock-stretch.yaml",
    "exercises/walking.yaml",
    "exercises/swimming.yaml",
    "exercises/let-go-breathing.yaml",
];
const SCENES: &[Bundled] = bundle!["pictures/standing.yaml", "pictures/sleep-on-side.yaml"];
const BRANDS: &[Bundled] =
    bundle!["brands/riverside.yaml", "brands/riverside.svg", "brands/juniper.yaml", "brands/juniper.svg"];
const SOURCES: &[Bundled] = bundle!["sources.yaml"];

/// The brand that is used when a clinic has none of its own.
const SAMPLE_BRAND: &str = "riverside";
/// The clinic's folder.
const FOLDER: &str = "handouts";
/// The largest logo or font file that is read.
const MAX_ASSET_BYTES: usize = 32 << 20;

/// Names of all handouts: the clinic's and the library's.
pub fn handout_names() -> Vec<String> {
    names(Path::new(FOLDER), HANDOUTS, |name| name != "sources")
}

/// Names of all brands: the clinic's and the library's.
pub fn brand_names() -> Vec<String> {
    names(&Path::new(FOLDER).join("brands"), BRANDS, |_| true)
}

fn names(folder: &Path, bundled: &[Bundled], wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let mut names: BTreeSet<String> = in_folder(folder).into_iter().filter(|name| wanted(name)).collect();
    names.extend(bundled.iter().filter_map(|file| stem(file.name)));
    names.into_iter().collect()
}

/// Names of the YAML files in a folder, without their ending.
fn in_folder(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| stem(&entry.file_name().to_string_lossy())).collect();
    names.sort();
    names
}

fn stem(path: &str) -> Option<String> {
    let file = path.rsplit('/').next()?;
    let name = file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml"))?;
    (!name.is_empty() && !name.starts_with('.')).then(|| name.to_owned())
}

/// The text of a handout given by name, by file, or as `-` for standard input, with the name its output gets.
pub fn handout(asked: &str) -> Result<(String, Arc<Source>), Problem> {
    if asked == "-" {
        let bytes =
            files::read_stdin(model::yaml::MAX_BYTES).map_err(|error| Problem::input("standard input", &error))?;
        return Ok(("handout".to_owned(), text("standard input", bytes)?));
    }
    let (name, file) = locate(asked, Path::new(FOLDER), HANDOUTS, "handout", &handout_names)?;
    Ok((name, file.read()?))
}

/// Where a name leads.
enum Located {
    File(PathBuf),
    Bundled(&'static Bundled),
}

impl Located {
    fn read(&self) -> Result<Arc<Source>, Problem> {
        match self {
            Self::File(path) => {
                let shown = path.display().to_string();
                let bytes = files::read_limited(path, model::yaml::MAX_BYTES)
                    .map_err(|error| Problem::input(&shown, &error))?;
                text(&shown, bytes)
            }
            Self::Bundled(file) => text(&format!("(built in) {}", file.name), file.bytes.to_vec()),
        }
    }
}

fn text(name: &str, bytes: Vec<u8>) -> Result<Arc<Source>, Problem> {
    if bytes.len() > model::yaml::MAX_BYTES {
        let finding = model::yaml::too_large(name);
        return Err(Problem::Content(vec![finding], "nothing was written".to_owned()));
    }
    String::from_utf8(bytes)
        .map(|text| Source::new(name, text))
        .map_err(|_| Problem::File(format!("{name} could not be read: it is not UTF-8 text")))
}

fn locate(
    asked: &str,
    folder: &Path,
    bundled: &'static [Bundled],
    kind: &str,
    all: &dyn Fn() -> Vec<String>,
) -> Result<(String, Located), Problem> {
    if let Some(name) = stem(asked) {
        return Ok((name, Located::File(PathBuf::from(asked))));
    }
    for ending in ["yaml", "yml"] {
        let path = folder.join(format!("{asked}.{ending}"));
        if !asked.contains(['/', '\\']) && path.is_file() {
            return Ok((asked.to_owned(), Located::File(path)));
        }
    }
    let built_in = bundled.iter().find(|file| stem(file.name).is_some_and(|name| name == asked));
    if let Some(file) = built_in {
        return Ok((asked.to_owned(), Located::Bundled(file)));
    }
    if Path::new(asked).is_dir() {
        return Err(Problem::Usage(format!("{asked} is a folder; name a {kind} or its .yaml file")));
    }
    if Path::new(asked).is_file() {
        return Err(Problem::Usage(format!("{asked} is not a {kind}: its name does not end in .yaml")));
    }
    let known = all();
    let lower = asked.to_lowercase();
    let near = known.iter().map(|name| (strsim::damerau_levenshtein(name, &lower), name)).min();
    let hint = match near {
        Some((distance, name)) if distance <= 3 => format!("did you mean `{name}`?"),
        _ => format!("there are: {}", known.join(", ")),
    };
    Err(Problem::Usage(format!("there is no {kind} `{asked}`; {hint}")))
}

/// The name of the brand to use when none is asked for: the clinic's only one, the one marked `default`, or the sample.
pub fn default_brand() -> Result<String, Problem> {
    let folder = Path::new(FOLDER).join("brands");
    let own = in_folder(&folder);
    match own.as_slice() {
        [] => Ok(SAMPLE_BRAND.to_owned()),
        [only] => Ok(only.clone()),
        several => {
            let is_default = |name: &&String| brand_says_default(name);
            several.iter().find(is_default).cloned().ok_or_else(|| {
                let list = several.join(", ");
                Problem::Usage(format!("several brands lie side by side ({list}); say which one with --brand, or mark one with `default: true`"))
            })
        }
    }
}

/// Whether a brand's file reads well and says `default: true`.
fn brand_says_default(name: &str) -> bool {
    let located = locate(name, &Path::new(FOLDER).join("brands"), BRANDS, "brand", &brand_names);
    let source = located.and_then(|(_, file)| file.read());
    source.is_ok_and(|source| model::load::<Brand>(&source).is_ok_and(|loaded| loaded.value.default))
}

/// A brand given by name or file, made ready, with its name.
pub fn brand(asked: &str) -> Result<(String, Result<Branding, Vec<Finding>>), Problem> {
    let (name, file) = locate(asked, &Path::new(FOLDER).join("brands"), BRANDS, "brand", &brand_names)?;
    let source = file.read()?;
    let read = |asset: &str| read_asset(&file, asset);
    Ok((name, branding::prepare(&source, &read)))
}

/// Reads a file that a brand names: one beside the brand's own, never one outside its folder.
fn read_asset(brand: &Located, asset: &str) -> Result<Vec<u8>, String> {
    let path = Path::new(asset);
    let inside = path.components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if !inside {
        return Err("it must lie in the brand's own folder".to_owned());
    }
    match brand {
        Located::Bundled(file) => {
            let beside = Path::new(file.name).with_file_name(asset);
            let found = BRANDS.iter().find(|other| Path::new(other.name) == beside);
            found.map(|found| found.bytes.to_vec()).ok_or_else(|| "there is no such file".to_owned())
        }
        Located::File(file) => {
            let path = file.with_file_name("").join(asset);
            let bytes = files::read_limited(&path, MAX_ASSET_BYTES).map_err(|error| reason(&error))?;
            if bytes.len() > MAX_ASSET_BYTES { Err("it is larger than 32 MB".to_owned()) } else { Ok(bytes) }
        }
    }
}

/// All sources: the library's, with the clinic's own put over them.
fn sources() -> Result<Result<Sources, Vec<Finding>>, Problem> {
    let bundled = Located::Bundled(&SOURCES[0]).read()?;
    let mut sources = match model::load::<Sources>(&bundled) {
        Ok(loaded) => loaded.value,
        Err(findings) => return Ok(Err(findings)),
    };
    let own = Path::new(FOLDER).join("sources.yaml");
    if own.is_file() {
        match model::load::<Sources>(&Located::File(own).read()?) {
            Ok(loaded) => sources.extend(loaded.value),
            Err(findings) => return Ok(Err(findings)),
        }
    }
    Ok(Ok(sources))
}

/// Sources, exercises and pictures.
pub fn shelf() -> Result<Result<Shelf, Vec<Finding>>, Problem> {
    let mut findings = Vec::new();
    let sources = sources()?.unwrap_or_else(|mut errors| {
        findings.append(&mut errors);
        Sources::default()
    });
    let mut shelf = Shelf { sources, ..Shelf::default() };
    exercises(&mut shelf, &mut findings)?;
    for file in SCENES {
        let id = stem(file.name).unwrap_or_default();
        match model::load::<Picture>(&Located::Bundled(file).read()?) {
            Ok(loaded) => drop(shelf.scenes.insert(id, loaded.value)),
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    Ok(if findings.is_empty() { Ok(shelf) } else { Err(findings) })
}

/// All exercises: the library's, with the clinic's own of the same name in their place, and the pictures that they
/// bring as files.
fn exercises(shelf: &mut Shelf, findings: &mut Vec<Finding>) -> Result<(), Problem> {
    let folder = Path::new(FOLDER).join("exercises");
    for name in names(&folder, EXERCISES, |_| true) {
        let (id, file) = locate(&name, &folder, EXERCISES, "exercise", &Vec::new)?;
        let exercise = match model::load::<Exercise>(&file.read()?) {
            Ok(loaded) => loaded.value,
            Err(mut errors) => {
                findings.append(&mut errors);
                continue;
            }
        };
        if let Some(image) = exercise.picture.as_ref().and_then(|picture| picture.image.as_ref()) {
            match read_asset(&file, &image.value).and_then(|bytes| Artwork::read(&bytes)) {
                Ok(artwork) => drop(shelf.images.insert(id.clone(), artwork)),
                Err(why) => findings.push(
                    Finding::error("H051", format!("the picture `{}` cannot be used", image.value))
                        .at(&image.place, why)
                        .help("an SVG, PNG or JPEG file beside the exercise's file is needed"),
                ),
            }
        }
        shelf.exercises.insert(id, exercise);
    }
    Ok(())
}
