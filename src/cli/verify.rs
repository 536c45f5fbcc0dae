//! `handout verify`: whether a folder holds exactly the sheets that its manifests list.

use std::path::PathBuf;

use clap::ValueEnum;

use super::print::{self, Failure};
use crate::app::key;
use crate::app::verify::{self, Found};
use crate::diag;

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct VerifyArguments {
    /// The folder that `handout batch` wrote.
    #[arg(value_name = "DIR")]
    directory: PathBuf,
    /// The secret that the manifests are keyed with; without it, `.handout/key` of the clinic's folder.
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// How findings are printed.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = OutputFormat::Human)]
    output_format: OutputFormat,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OutputFormat {
    /// A line each, for people.
    Human,
    /// One JSON document, for scripts.
    Json,
}

/// Checks a folder.
pub fn verify(arguments: &VerifyArguments) -> Result<(), Failure> {
    let key_file = arguments.key_file.as_deref();
    let found = verify::verify(&arguments.directory, key_file)?;
    print::warn_if_exposed(key::exposed(key_file));
    let text = match arguments.output_format {
        OutputFormat::Json => diag::render_json(&found.findings),
        OutputFormat::Human => human(&found, &arguments.directory.display().to_string()),
    };
    print::write_stdout(text.as_bytes())?;
    if found.findings.is_empty() { Ok(()) } else { Err(Failure::Found) }
}

/// What was found, a line each.
fn human(found: &Found, folder: &str) -> String {
    let mut text = String::new();
    for finding in &found.findings {
        let file = finding.place.as_ref().map_or("", |place| place.source.name.as_str());
        text.push_str(&format!("error[{}]: {file}: {}\n", finding.code, finding.message));
    }
    let right = match found.right {
        1 => "1 sheet is as it was made".to_owned(),
        count => format!("{count} sheets are as they were made"),
    };
    match found.findings.len() {
        0 => text.push_str(&format!("{folder}: {right}; nothing is missing, changed or too much\n")),
        1 => text.push_str(&format!("{folder}: {right}; 1 thing is wrong\n")),
        count => text.push_str(&format!("{folder}: {right}; {count} things are wrong\n")),
    }
    text
}
