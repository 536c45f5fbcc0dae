//! The files that are checked: of every kind, by name or by path.

use std::path::Path;
use std::sync::Arc;

use super::approved;
use super::kind::Kind;
use super::library::{self, Located};
use super::problem::Problem;
use super::topics;
use crate::compose::branding::{self, Branding};
use crate::diag::{Finding, Source};
use crate::language::Languages;

/// A file to check.
pub struct Target {
    /// What kind of file it is.
    pub kind: Kind,
    /// Its name, without folder and ending.
    pub name: String,
    /// Its text.
    pub source: Arc<Source>,
    /// Where it is, so that what it names can be found beside it.
    place: Located,
}

impl Target {
    fn read(kind: Kind, name: String, place: Located) -> Result<Self, Problem> {
        let source = place.read()?;
        Ok(Self { kind, name, source, place })
    }

    /// A brand's file, made ready with the files that it names.
    pub fn branding(&self, languages: &Languages) -> Result<Branding, Vec<Finding>> {
        branding::prepare(&self.source, &topics::vocabulary().all(), languages, &|asset| {
            library::read_asset(&self.place, asset)
        })
    }
}

/// Everything there is: the clinic's files and the library's.
pub fn all() -> Result<Vec<Target>, Problem> {
    let mut targets = Vec::new();
    for (kind, shelf) in
        [(Kind::Handout, library::HANDOUTS), (Kind::Exercise, library::EXERCISES), (Kind::Brand, library::BRANDS)]
    {
        for name in shelf.names() {
            let (name, place) = shelf.locate(&name)?;
            targets.push(Target::read(kind, name, place)?);
        }
    }
    Ok(targets)
}

/// A text that is checked as if it lay at `path`, which tells what kind of file it is, or else the text does.
pub fn of_text(path: &Path, source: Arc<Source>) -> Target {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Target { kind: kind_of(path, &source.text), name, source, place: Located::File(path.to_owned()) }
}

/// What one name or path leads to.
pub fn named(asked: &str) -> Result<Target, Problem> {
    let path = Path::new(asked);
    if path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml") {
        return Ok(of_text(path, Located::File(path.to_path_buf()).read()?));
    }
    let is_exercise = library::EXERCISES.names().iter().any(|name| name == asked);
    let is_handout = library::HANDOUTS.names().iter().any(|name| name == asked);
    let (kind, shelf) = if is_exercise && !is_handout {
        (Kind::Exercise, library::EXERCISES)
    } else {
        (Kind::Handout, library::HANDOUTS)
    };
    let (name, place) = shelf.locate(asked)?;
    Target::read(kind, name, place)
}

/// What kind of file lies at `path` with `text` in it: by its folder, by the schema that it names, or by its keys.
fn kind_of(path: &Path, text: &str) -> Kind {
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    let has = |key: &str| text.lines().any(|line| line.starts_with(key));
    if path.file_stem().is_some_and(|stem| stem == "sources") {
        return Kind::Sources;
    }
    if path.file_stem().is_some_and(|stem| stem == approved::POLICY) && has("approval:") && !has("title:") {
        return Kind::Approval;
    }
    let by_folder = [
        ("exercises", Kind::Exercise),
        ("brands", Kind::Brand),
        ("pictures", Kind::Picture),
        ("languages", Kind::Language),
    ];
    if let Some((_, kind)) = by_folder.into_iter().find(|(name, _)| folder == *name) {
        return kind;
    }
    let marked = text.lines().take_while(|line| line.starts_with('#')).find(|line| line.contains("$schema="));
    let schemas = [
        ("exercise.schema", Kind::Exercise),
        ("brand.schema", Kind::Brand),
        ("picture.schema", Kind::Picture),
        ("sources.schema", Kind::Sources),
        ("approval.schema", Kind::Approval),
        ("language.schema", Kind::Language),
        ("handout.schema", Kind::Handout),
    ];
    if let Some((_, kind)) = schemas.into_iter().find(|(name, _)| marked.is_some_and(|line| line.contains(name))) {
        return kind;
    }
    match () {
        () if has("colors:") || has("contact:") => Kind::Brand,
        () if has("steps:") || has("stop_if:") => Kind::Exercise,
        () => Kind::Handout,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        for (path, text, kind) in [
            ("handouts/brands/own.yaml", "", Kind::Brand),
            ("handouts/exercises/walk.yaml", "", Kind::Exercise),
            ("sources.yaml", "", Kind::Sources),
            ("handouts/languages/fi.yaml", "", Kind::Language),
            ("handouts/approval.yaml", "approval: [midwife]\n", Kind::Approval),
            ("a.yaml", "# yaml-language-server: $schema=brand.schema.json\nname: x\n", Kind::Brand),
            ("a.yaml", "name: Clinic\ncolors: {}\n", Kind::Brand),
            ("a.yaml", "name: Walk\nsteps: []\n", Kind::Exercise),
            ("handouts/third-trimester.yaml", "title: x\n", Kind::Handout),
            ("standard input", "title: x\n", Kind::Handout),
        ] {
            assert_eq!(kind_of(Path::new(path), text), kind, "{path}");
        }
    }
}
