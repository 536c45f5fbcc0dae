//! `handout draw`: one exercise's drawing as SVG or PNG, for use elsewhere.

use std::path::{Path, PathBuf};

use super::print::{self, Failure, message};
use crate::app::draw;
use crate::app::files::{Batch, Readers};
use crate::app::problem::Problem;
use crate::figure::export;

/// Arguments of `draw`.
#[derive(Debug, clap::Args)]
pub struct DrawArguments {
    /// The exercise's id, such as `cat-stretch`, or a scene, such as `standing`.
    id: String,
    /// The file to write, ending in .svg or .png; without it, SVG goes to standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The stage of the topic that the drawing shows; without it, the one for handouts of no stage.
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// A brand's name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// Width of a PNG, in dots.
    #[arg(long, default_value_t = 800, value_parser = clap::value_parser!(u32).range(16..=6000))]
    width: u32,
}

/// Draws one picture.
pub fn draw(arguments: &DrawArguments) -> Result<(), Failure> {
    let figure = draw::draw(&arguments.id, arguments.brand.as_deref(), arguments.stage.as_deref())?;
    let Some(path) = arguments.output.as_ref().filter(|path| *path != Path::new("-")) else {
        return print::write_stdout(export::to_svg(&figure).as_bytes());
    };
    let bytes = match path.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => export::to_svg(&figure).into_bytes(),
        Some("png") => export::to_png(&figure, arguments.width).map_err(|error| Problem::File(error.to_string()))?,
        _ => return Err(Problem::Usage(format!("{} must end in .svg or .png", path.display())).into()),
    };
    let mut batch = Batch::new(Readers::Everybody);
    batch.write(path, &bytes)?;
    batch.commit()?;
    message(&format!("wrote {}", path.display()));
    Ok(())
}
