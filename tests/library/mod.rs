//! The library that ships in the program, read from its folder.
#![allow(dead_code)] // each test uses a part of it

use std::path::{Path, PathBuf};

use handout::diag::{Source, render_human};
use handout::language::{self, Languages};
use handout::model::brand::Brand;
use handout::model::exercise::{self, Exercise};
use handout::model::handout::Handout;
use handout::model::load;
use handout::model::picture::{Picture, Scenes};
use handout::model::sources::Sources;
use handout::model::text::Values;
use handout::topic::{self, Files, Topic};

/// Names of all handouts.
pub const HANDOUTS: [&str; 5] = ["first-trimester", "second-trimester", "third-trimester", "after-birth", "upper-back"];

/// Exercises and scenes by id, and where the handouts are.
pub struct Library {
    pub exercises: exercise::Library,
    pub scenes: Scenes,
    pub topic: Topic,
    pub languages: Languages,
    folder: PathBuf,
}

impl Library {
    pub fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts");
        let mut exercises = exercise::Library::new();
        for entry in std::fs::read_dir(folder.join("exercises")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "yaml") {
                let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
                exercises.insert(id, read::<Exercise>(&path));
            }
        }
        let scene = |name: &str| (name.to_owned(), read::<Picture>(&folder.join(format!("pictures/{name}.yaml"))));
        let scenes = ["standing", "sleep-on-side"].map(scene).into();
        let find = |path: &str| {
            let path = folder.join("topics").join(topic::DEFAULT).join(path);
            let text = std::fs::read_to_string(&path).ok()?;
            Some(Source::new(path.to_string_lossy(), text))
        };
        let topic = Topic::read(topic::DEFAULT, &Files::new(&find)).expect("a good topic");
        let languages = languages(&folder.join("languages"));
        Self { exercises, scenes, topic, languages, folder }
    }

    pub fn handout(&self, name: &str) -> Handout {
        let mut handout = read(&self.folder.join(format!("{name}.yaml")));
        self.topic.complete(&mut handout);
        handout
    }

    /// The British sample brand.
    pub fn brand(&self) -> Brand {
        read(&self.folder.join("brands/riverside.yaml"))
    }

    pub fn sources(&self) -> Sources {
        read(&self.folder.join("sources.yaml"))
    }

    /// Changes one exercise.
    pub fn change(&mut self, id: &str, change: impl FnOnce(&mut Exercise)) {
        change(self.exercises.get_mut(id).expect("an exercise of the library"));
    }

    /// What placeholders stand for under the British sample brand.
    pub fn values(&self) -> Values {
        language::values(&self.brand(), self.languages.of("en", "en-GB"))
    }
}

/// The languages that ship.
fn languages(folder: &Path) -> Languages {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_none_or(|end| end != "json")).collect();
    paths.sort();
    let file = |path: &PathBuf| {
        let source = Source::new(path.display().to_string(), std::fs::read_to_string(path).unwrap());
        (path.file_name().unwrap().to_string_lossy().into_owned(), source)
    };
    let files: Vec<_> = paths.iter().map(file).collect();
    Languages::read(&files).unwrap_or_else(|findings| panic!("{}", render_human(&findings, false))).value
}

/// A file that must be without fault.
pub fn read<T: serde::de::DeserializeOwned + schemars::JsonSchema + 'static>(path: &Path) -> T {
    let source = Source::new(path.display().to_string(), std::fs::read_to_string(path).unwrap());
    let loaded = load::<T>(&source).unwrap_or_else(|findings| panic!("{}", render_human(&findings, false)));
    assert!(loaded.warnings.is_empty(), "{}", render_human(&loaded.warnings, false));
    loaded.value
}
