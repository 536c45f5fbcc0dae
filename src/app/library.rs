//! Finds files by name: in the clinic's folder first, then in the library built into the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bundled::{self, Bundled};
use super::problem::{Problem, reason};
use super::{approved, files, languages, topics};
use crate::art::Artwork;
use crate::compose::branding::{self, Branding};
use crate::compose::pictures;
use crate::compose::shelf::Shelf;
use crate::diag::{Finding, Source};
use crate::model;
use crate::model::approval;
use crate::model::brand::Brand;
use crate::model::exercise::Exercise;
use crate::model::handout::Handout;
use crate::model::key::Key;
use crate::model::picture::Picture;
use crate::model::sources::Sources;
use crate::topic;

/// A kind of file: the clinic's folder of it, and those built in.
#[derive(Clone, Copy)]
pub struct Collection {
    /// What one is called.
    kind: &'static str,
    /// The folder under [`FOLDER`].
    folder: &'static str,
    bundled: &'static [Bundled],
}

/// Handouts.
pub const HANDOUTS: Collection = Collection { kind: "handout", folder: "", bundled: bundled::HANDOUTS };
/// Exercises.
pub const EXERCISES: Collection = Collection { kind: "exercise", folder: "exercises", bundled: bundled::EXERCISES };
/// Brands.
pub const BRANDS: Collection = Collection { kind: "brand", folder: "brands", bundled: bundled::BRANDS };

/// The brand that is used when a clinic has none of its own.
const SAMPLE_BRAND: &str = "riverside";
/// Before the names of texts that are built in.
const BUILT_IN: &str = "(built in) ";
/// The clinic's folder.
pub const FOLDER: &str = "handouts";
/// The largest logo or font file that is read.
const MAX_ASSET_BYTES: usize = 32 << 20;

impl Collection {
    /// All names: the clinic's and the library's.
    pub fn names(self) -> Vec<String> {
        let is_own = |name: &String| !self.folder.is_empty() || !matches!(name.as_str(), "sources" | approved::POLICY);
        let own = in_folder(&self.folder()).into_iter().filter(is_own);
        let mut names: BTreeSet<String> = own.collect();
        names.extend(self.bundled.iter().filter_map(|file| stem(file.name)));
        names.into_iter().collect()
    }

    fn folder(self) -> PathBuf {
        Path::new(FOLDER).join(self.folder)
    }

    /// Where a name or a file leads, with the name its output gets.
    pub fn locate(self, asked: &str) -> Result<(String, Located), Problem> {
        if let Some(name) = stem(asked) {
            return Ok((name, Located::File(PathBuf::from(asked))));
        }
        for ending in ["yaml", "yml"] {
            let path = self.folder().join(format!("{asked}.{ending}"));
            if !asked.contains(['/', '\\']) && path.is_file() {
                return Ok((asked.to_owned(), Located::File(path)));
            }
        }
        let built_in = self.bundled.iter().find(|file| stem(file.name).is_some_and(|name| name == asked));
        match built_in {
            Some(file) => Ok((asked.to_owned(), Located::Bundled(file))),
            None => Err(self.unknown(asked)),
        }
    }

    /// Why there is nothing called `asked`.
    fn unknown(self, asked: &str) -> Problem {
        let kind = self.kind;
        if Path::new(asked).is_dir() {
            return Problem::Usage(format!("{asked} is a folder; name a {kind} or its .yaml file"));
        }
        if Path::new(asked).is_file() {
            return Problem::Usage(format!("{asked} is not a {kind}: its name does not end in .yaml"));
        }
        let known = self.names();
        let lower = asked.to_lowercase();
        let near = known.iter().map(|name| (strsim::damerau_levenshtein(name, &lower), name)).min();
        let hint = match near {
            Some((distance, name)) if distance <= 3 => format!("did you mean `{name}`?"),
            _ => format!("there are: {}", known.join(", ")),
        };
        Problem::Usage(format!("there is no {kind} `{asked}`; {hint}"))
    }
}

/// Names of the YAML files in a folder, without their ending.
fn in_folder(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| stem(&entry.file_name().to_string_lossy())).collect();
    names.sort();
    names
}

fn stem(path: &str) -> Option<String> {
    let file = path.rsplit(['/', '\\']).next()?;
    let name = file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml"))?;
    (!name.is_empty() && !name.starts_with('.')).then(|| name.to_owned())
}

/// The text of a handout given by name or by file, with the name its output gets.
pub fn handout(asked: &str) -> Result<(String, Arc<Source>), Problem> {
    let (name, file) = HANDOUTS.locate(asked)?;
    Ok((name, file.read()?))
}

/// Where a name leads.
pub enum Located {
    /// To a file.
    File(PathBuf),
    /// Into the program.
    Bundled(&'static Bundled),
}

impl Located {
    /// The text there.
    pub fn read(&self) -> Result<Arc<Source>, Problem> {
        match self {
            Self::File(path) => {
                let shown = path.display().to_string();
                let bytes = files::read_limited(path, model::yaml::MAX_BYTES)
                    .map_err(|error| Problem::input(&shown, &error))?;
                text(&shown, bytes)
            }
            Self::Bundled(file) => {
                let source = text(&format!("{BUILT_IN}{}", file.name), file.bytes.to_vec())?;
                Ok(Source::built_in(source.name.as_str(), source.text.as_str()))
            }
        }
    }
}

/// A text of at most the size that is read.
pub fn text(name: &str, bytes: Vec<u8>) -> Result<Arc<Source>, Problem> {
    if bytes.len() > model::yaml::MAX_BYTES {
        let finding = model::yaml::too_large(name);
        return Err(Problem::Content(vec![finding], "nothing was written".to_owned()));
    }
    String::from_utf8(bytes)
        .map(|text| Source::new(name, text))
        .map_err(|_| Problem::File(format!("{name} could not be read: it is not UTF-8 text")))
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
    let source = BRANDS.locate(name).and_then(|(_, file)| file.read());
    source.is_ok_and(|source| model::load::<Brand>(&source).is_ok_and(|loaded| loaded.value.default))
}

/// A brand given by name or file, made ready, with its name.
pub fn brand(asked: &str) -> Result<(String, Result<Branding, Vec<Finding>>), Problem> {
    let (name, file) = BRANDS.locate(asked)?;
    let source = file.read()?;
    let read = |asset: &str| read_asset(&file, asset);
    Ok((name, branding::prepare(&source, &topics::vocabulary().all(), &languages::all()?, &read)))
}

/// Reads a file that a brand names: one beside the brand's own, never one outside its folder.
pub fn read_asset(brand: &Located, asset: &str) -> Result<Vec<u8>, String> {
    let path = Path::new(asset);
    let inside = path.components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if !inside {
        return Err("it must lie in the brand's own folder".to_owned());
    }
    match brand {
        Located::Bundled(file) => {
            let beside = Path::new(file.name).with_file_name(asset);
            let found = bundled::BRANDS.iter().find(|other| Path::new(other.name) == beside);
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
    let bundled = Located::Bundled(&bundled::SOURCES[0]).read()?;
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

/// What is read for the shelf.
pub enum Wanted<'h> {
    /// All that there is.
    All,
    /// What these handouts draw on: their exercises, with what is done instead of them, the scenes if a section shows a
    /// picture, and the sources if anything cites one. All exercises when one is unknown, to tell what there is.
    By(Vec<&'h Handout>),
}

/// Sources, exercises and pictures.
pub fn shelf(wanted: &Wanted<'_>) -> Result<Result<Shelf, Vec<Finding>>, Problem> {
    let topic = match topics::read(topic::DEFAULT)? {
        Ok(topic) => topic,
        Err(findings) => return Ok(Err(findings)),
    };
    let mut findings = Vec::new();
    let topics = other_topics(wanted, &mut findings)?;
    let mut shelf = Shelf { vocabulary: topics::vocabulary(), topics, ..Shelf::of(Arc::new(topic)) };
    exercises(wanted, &mut shelf, &mut findings)?;
    let cites = match wanted {
        Wanted::All => true,
        Wanted::By(handouts) => {
            let by_exercises = shelf.exercises.values().any(|exercise| !exercise.sources.is_empty());
            // A standard help box cites some.
            let by_text = |handout: &&Handout| handout.seek_care.tiers.is_empty() || handout.cited().next().is_some();
            by_exercises || handouts.iter().any(by_text)
        }
    };
    if cites {
        match sources()? {
            Ok(sources) => shelf.sources = sources,
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    for file in bundled::SCENES {
        let id = stem(file.name).unwrap_or_default();
        let pictured = |handouts: &Vec<&Handout>| handouts.iter().any(|handout| handout.pictures().next().is_some());
        if matches!(wanted, Wanted::By(handouts) if id != pictures::COVER && !pictured(handouts)) {
            continue;
        }
        match model::load_in::<Picture>(&Located::Bundled(file).read()?, &shelf.vocabulary.all()) {
            Ok(loaded) => drop(shelf.scenes.insert(id, loaded.value)),
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    match approved::approved(&shelf.topic.name)? {
        Ok(approved) => shelf.approved = approved,
        Err(mut errors) => findings.append(&mut errors),
    }
    Ok(if findings.is_empty() { Ok(shelf) } else { Err(findings) })
}

/// The topics that handouts name, besides the one of handouts that name none. Of a folder with several, one that no wanted
/// handout names may have mistakes.
fn other_topics(wanted: &Wanted<'_>, findings: &mut Vec<Finding>) -> Result<BTreeMap<Key, Arc<topic::Topic>>, Problem> {
    let mut read = BTreeMap::new();
    for name in topics::names().into_iter().filter(|name| name != topic::DEFAULT) {
        let names = |handout: &&Handout| handout.topic.as_ref().is_some_and(|topic| topic.value == *name.as_str());
        let is_named = match wanted {
            Wanted::All => false,
            Wanted::By(handouts) => handouts.iter().any(names),
        };
        if !is_named && matches!(wanted, Wanted::By(_)) {
            continue;
        }
        match topics::read(&name)? {
            Ok(topic) => drop(Key::new(&name).map(|key| read.insert(key, Arc::new(topic)))),
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    Ok(read)
}

/// The exercises that are wanted.
fn exercises(wanted: &Wanted<'_>, shelf: &mut Shelf, findings: &mut Vec<Finding>) -> Result<(), Problem> {
    let known = EXERCISES.names();
    let mut waiting: BTreeSet<String> = match wanted {
        Wanted::All => known.iter().cloned().collect(),
        Wanted::By(handouts) => {
            let named = handouts.iter().flat_map(|handout| &handout.exercises).flat_map(|exercises| exercises.ids());
            let scenes: Vec<String> = bundled::SCENES.iter().filter_map(|file| stem(file.name)).collect();
            let pictures = handouts.iter().flat_map(|handout| handout.pictures());
            let pictures = pictures.filter(|name| known.contains(&name.value) || !scenes.contains(&name.value));
            named.chain(pictures).map(|id| id.value.clone()).collect()
        }
    };
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop_first() {
        if !known.contains(&id) {
            waiting.extend(known.iter().filter(|id| !seen.contains(*id)).cloned());
        } else if seen.insert(id.clone()) {
            exercise(&id, shelf, findings)?;
            let instead = shelf.exercises.get(&id).and_then(|exercise| exercise.instead.as_ref());
            waiting.extend(instead.map(|other| other.value.clone()));
        }
    }
    Ok(())
}

/// An exercise, the clinic's own before the library's, and the picture that it brings as a file.
fn exercise(name: &str, shelf: &mut Shelf, findings: &mut Vec<Finding>) -> Result<(), Problem> {
    let (id, file) = EXERCISES.locate(name)?;
    let mut exercise = match model::load_in::<Exercise>(&file.read()?, &shelf.vocabulary.all()) {
        Ok(loaded) => loaded.value,
        Err(mut errors) => {
            findings.append(&mut errors);
            return Ok(());
        }
    };
    if let Some(picture) = &mut exercise.picture
        && let Some(image) = &picture.image
    {
        let read = read_asset(&file, &image.value).and_then(|bytes| Ok((Artwork::read(&bytes)?, bytes)));
        match read {
            Ok((artwork, bytes)) => {
                picture.file_digest = Some(approval::digest(&bytes));
                shelf.images.insert(id.clone(), artwork);
            }
            Err(why) => findings.push(
                Finding::error(pictures::IMAGE, format!("the picture `{}` cannot be used", image.value))
                    .at(&image.place, why)
                    .help("an SVG, PNG or JPEG file beside the exercise's file is needed"),
            ),
        }
    }
    shelf.exercises.insert(id, exercise);
    Ok(())
}
