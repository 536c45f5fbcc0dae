//! Leaflets: everything is laid out first, and written only when nothing is wrong.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{self, Readers};
use super::library::{self, Wanted};
use super::pool;
use super::problem::{Problem, keep};
use super::topics;
use crate::diag::{Finding, Source, has_errors};
use crate::geom::{Format, Make};
use crate::model::Loaded;
use crate::model::handout::Handout;
use crate::{Leaflet, Order, Settings, model};

/// Leaflets that are to be built.
pub struct Job<'a> {
    /// The handouts, each with the name that its output gets.
    pub handouts: Vec<(String, Arc<Source>)>,
    /// The brand, by name or file; its name is part of the names of files only when it was asked for.
    pub brand: Option<&'a str>,
    /// The formats; without any, the brand's paper decides.
    pub formats: &'a [Format],
    /// How they are built, but for the format.
    pub settings: Settings,
    /// Where they go; `None` when they are not written to files.
    pub folder: Option<&'a Path>,
}

/// Leaflets that were built.
pub struct Built {
    /// The leaflets, with where each goes.
    pub leaflets: Vec<(PathBuf, Leaflet)>,
    /// Warnings about the brand, which hold for all of them.
    pub findings: Vec<Finding>,
}

impl Job<'_> {
    /// Builds them; writes nothing.
    ///
    /// # Errors
    /// A name that leads nowhere, a format that cannot be had, or the errors of all handouts.
    pub fn build(self) -> Result<Built, Problem> {
        self.reject_large_print()?;
        let asked_brand = self.brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
        let (brand_name, branding) = library::brand(&asked_brand)?;
        let formats = self.formats();
        let outputs: Vec<PathBuf> = self
            .handouts
            .iter()
            .flat_map(|(name, _)| formats.iter().map(|format| self.output_path(name, &brand_name, *format)))
            .collect();
        reject_doubles(&outputs)?;
        let vocabulary = topics::vocabulary();
        let handouts: Vec<_> =
            self.handouts.iter().map(|(_, source)| model::load_handout(source, &vocabulary)).collect();
        let shelf = library::shelf(&Wanted::By(handouts.iter().flatten().map(|handout| &handout.value).collect()))?;
        let mut findings = Vec::new();
        let branding = keep(branding, &mut findings);
        let shelf = keep(shelf, &mut findings);
        let read = handouts.into_iter().filter_map(|handout| keep(handout, &mut findings));
        let mut read: Vec<Loaded<Handout>> = read.collect();
        if let Some(shelf) = &shelf {
            read.iter_mut().for_each(|handout| shelf.topic_of(&handout.value).complete(&mut handout.value));
        }
        let mut leaflets = Vec::new();
        if let (Some(branding), Some(shelf)) = (&branding, &shelf) {
            let built = pool::map(read.len() * formats.len(), |index| {
                let (handout, format) = (&read[index / formats.len()], formats[index % formats.len()]);
                let settings = Settings { format, ..self.settings };
                Order { handout, branding, shelf, patient: None, settings }.build()
            });
            leaflets.extend(built.into_iter().filter_map(|leaflet| keep(leaflet, &mut findings)));
        }
        findings.extend(branding.into_iter().flat_map(|branding| branding.findings));
        findings.dedup();
        if has_errors(&findings) {
            return Err(Problem::Content(findings, self.not_written(&outputs)));
        }
        Ok(Built { leaflets: outputs.into_iter().zip(leaflets).collect(), findings })
    }

    /// What is told when there are errors.
    fn not_written(&self, outputs: &[PathBuf]) -> String {
        match outputs {
            [only] if self.folder.is_some() => format!("{} was not written", only.display()),
            _ => "nothing was written".to_owned(),
        }
    }

    /// The formats asked for, or the brand's own.
    fn formats(&self) -> Vec<Option<Format>> {
        if self.formats.is_empty() { vec![None] } else { self.formats.iter().copied().map(Some).collect() }
    }

    fn output_path(&self, name: &str, brand: &str, format: Option<Format>) -> PathBuf {
        let mut file = name.to_owned();
        if self.brand.is_some() {
            file.push('-');
            file.push_str(brand);
        }
        if let Some(format) = format {
            file.push('-');
            file.push_str(format.name());
        }
        if self.settings.large_print {
            file.push_str("-large");
        }
        self.folder.unwrap_or(Path::new("")).join(format!("{file}.pdf"))
    }

    /// Large print needs room for a line: says why a format cannot have it, and which can.
    fn reject_large_print(&self) -> Result<(), Problem> {
        let cannot = |format: &&Format| !matches!(format.make(), Make::Sheet | Make::Booklet);
        match self.formats.iter().find(cannot) {
            Some(format) if self.settings.large_print => Err(Problem::Usage(format!(
                "{} cannot be set in large print: at 18 points it would hold too few letters a line, and too little of the \
                 leaflet; ask for sheets (--format a4 or letter) or a booklet",
                format.name()
            ))),
            _ => Ok(()),
        }
    }
}

impl Built {
    /// Writes the leaflets, and a report beside each if that is wanted: all of them or none.
    ///
    /// # Errors
    /// A file or a folder that cannot be written.
    pub fn write(&self, folder: &Path, with_report: bool) -> Result<(), Problem> {
        let reports: Vec<String> = self.leaflets.iter().map(|(_, leaflet)| report(leaflet)).collect();
        let mut all: Vec<(PathBuf, &[u8])> = Vec::new();
        for ((path, leaflet), report) in self.leaflets.iter().zip(&reports) {
            all.push((path.clone(), &leaflet.pdf));
            all.extend(leaflet.reading.iter().map(|reading| (reading_path(path), reading.as_slice())));
            all.extend(with_report.then(|| (path.with_extension("json"), report.as_bytes())));
        }
        files::write_all(folder, &all, Readers::Everybody)
    }
}

/// Where the reading edition of a leaflet goes.
pub fn reading_path(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-reading.pdf"))
}

fn reject_doubles(outputs: &[PathBuf]) -> Result<(), Problem> {
    let double = outputs.iter().enumerate().find(|(index, path)| outputs[..*index].contains(path));
    double.map_or(Ok(()), |(_, path)| {
        Err(Problem::Usage(format!("{} would be written twice: name each handout and format once", path.display())))
    })
}

/// What became of a leaflet, as JSON: pages, items kept and left out.
fn report(leaflet: &Leaflet) -> String {
    let gone = leaflet
        .left_out
        .iter()
        .map(|candidate| serde_json::json!({ "section": candidate.section.name(), "item": candidate.label }));
    let document = serde_json::json!({
        "pages": leaflet.pages,
        "bytes": leaflet.pdf.len(),
        "kept": leaflet.kept,
        "left_out": gone.collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}
