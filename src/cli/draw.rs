//! `handout draw`: one exercise's drawing as SVG or PNG, for use elsewhere.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::print::{self, Failure, message};
use crate::app::files::{Batch, Readers};
use crate::app::library::{self, Wanted};
use crate::app::problem::Problem;
use crate::compose::pictures::look;
use crate::diag::Finding;
use crate::figure::{self, export};
use crate::model::handout::Stage;

/// Arguments of `draw`.
#[derive(Debug, clap::Args)]
pub struct DrawArguments {
    /// The exercise's id, such as `cat-stretch`, or a scene, such as `standing`.
    id: String,
    /// The file to write, ending in .svg or .png; without it, SVG goes to standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The stage that the drawing shows.
    #[arg(long, value_enum, default_value_t = StageName::SecondTrimester)]
    stage: StageName,
    /// A brand's name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// Width of a PNG, in dots.
    #[arg(long, default_value_t = 800, value_parser = clap::value_parser!(u32).range(16..=6000))]
    width: u32,
}

/// A stage of pregnancy by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum StageName {
    FirstTrimester,
    SecondTrimester,
    ThirdTrimester,
    AfterBirth,
}

impl From<StageName> for Stage {
    fn from(name: StageName) -> Self {
        match name {
            StageName::FirstTrimester => Self::FirstTrimester,
            StageName::SecondTrimester => Self::SecondTrimester,
            StageName::ThirdTrimester => Self::ThirdTrimester,
            StageName::AfterBirth => Self::AfterBirth,
        }
    }
}

/// Draws one picture.
pub fn draw(arguments: &DrawArguments) -> Result<(), Failure> {
    let failed = |findings: Vec<Finding>| Problem::Content(findings, "nothing was drawn".to_owned());
    let asked = arguments.brand.clone().map_or_else(library::default_brand, Ok)?;
    let branding = library::brand(&asked)?.1.map_err(failed)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(failed)?;
    let Some(picture) = shelf.picture(&arguments.id) else {
        return Err(unknown(&arguments.id, shelf.exercises.keys().chain(shelf.scenes.keys())).into());
    };
    if shelf.images.contains_key(&arguments.id) {
        let text = format!("the picture of `{}` is a file of its own, not a drawing", arguments.id);
        return Err(Problem::Usage(text).into());
    }
    let figure = figure::draw(picture, &look(&branding), arguments.stage.into())
        .map_err(|errors| failed(errors.iter().map(|error| error.finding(picture)).collect()))?;
    match &arguments.output {
        None => print::write_stdout(export::to_svg(&figure).as_bytes()),
        Some(path) if path == Path::new("-") => print::write_stdout(export::to_svg(&figure).as_bytes()),
        Some(path) => {
            let bytes = match path.extension().and_then(|ending| ending.to_str()) {
                Some("svg") => export::to_svg(&figure).into_bytes(),
                Some("png") => {
                    export::to_png(&figure, arguments.width).map_err(|error| Problem::File(error.to_string()))?
                }
                _ => return Err(Problem::Usage(format!("{} must end in .svg or .png", path.display())).into()),
            };
            let mut batch = Batch::new(Readers::Everybody);
            batch.write(path, &bytes)?;
            batch.commit()?;
            message(&format!("wrote {}", path.display()));
            Ok(())
        }
    }
}

fn unknown<'a>(id: &str, known: impl Iterator<Item = &'a String>) -> Problem {
    let near = known.map(|name| (strsim::damerau_levenshtein(name, id), name)).min();
    let hint = match near {
        Some((distance, name)) if distance <= 4 => format!("did you mean `{name}`?"),
        _ => "`handout list` names them".to_owned(),
    };
    Problem::Usage(format!("there is no exercise `{id}`; {hint}"))
}
