//! The command line: arguments in, files and messages out. The only place that knows files, the clock and the
//! environment.

mod approve;
mod batch;
mod build;
mod check;
mod clock;
mod draw;
mod explain;
mod list;
mod new;
mod print;
mod read;
mod reading_copy;
mod schema;
mod sheet;
mod system;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use time::Date;

use crate::app::kind::Kind;
use crate::app::problem::Problem;
use crate::geom::Format;
use print::Failure;

/// Turns YAML handout definitions into branded, accessible PDF leaflets.
#[derive(Debug, Parser)]
#[command(name = "handout", version, about, propagate_version = true)]
#[command(after_help = "Exit status: 0 done, 1 the content has errors, 2 the command line is wrong, \
                        3 part of a batch failed, \
                        4 a file could not be read or written.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Lay out handouts into PDF; with no name, all of them.
    Build(BuildArguments),
    /// Find what is wrong with handouts, exercises and brands, and write nothing.
    Check(check::CheckArguments),
    /// Make one patient's own sheet: her exercises with their dose, a note, a diary to tick.
    Sheet(Box<sheet::SheetArguments>),
    /// Make a personal sheet for each row of a file.
    Batch(Box<batch::BatchArguments>),
    /// Check a folder of sheets against its manifests.
    Verify(verify::VerifyArguments),
    /// Record that a clinician has read and approved exactly this text.
    Approve(approve::ApproveArguments),
    /// Draw one exercise as SVG or PNG, for use elsewhere.
    Draw(draw::DrawArguments),
    /// Tell what the code of a finding means; with no code, list all codes.
    Explain {
        /// The code, such as H023.
        code: Option<String>,
    },
    /// List handouts, exercises, brands, formats and typefaces.
    List {
        /// Only the formats, with what each is.
        #[arg(long)]
        formats: bool,
    },
    /// Make a clinic's own folder: brand, logo, one handout to edit.
    New {
        /// The folder to make; it must not exist, or be empty.
        directory: PathBuf,
    },
    /// Print the JSON Schema of a file format, for editors.
    Schema {
        /// Which format.
        #[arg(value_parser = schema::kind_parser(), default_value = "handout")]
        kind: Kind,
    },
    /// Print a completion script for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Print the manual page.
    Man,
}

/// Arguments of `build`.
#[derive(Debug, clap::Args)]
struct BuildArguments {
    /// Names of handouts, or files; `-` reads one from standard input.
    #[arg(value_name = "NAME|FILE")]
    handouts: Vec<String>,
    /// The folder to write to; `-` writes one leaflet to standard output.
    #[arg(short, long, value_name = "DIR", default_value = "out")]
    output: PathBuf,
    /// A brand's name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// The formats to lay out; without it, the brand's paper decides.
    #[arg(long, value_parser = format_parser(), value_delimiter = ',', value_name = "NAME")]
    format: Vec<Format>,
    /// Set sheets and booklets in large print: 18 points, one column.
    #[arg(long)]
    large_print: bool,
    /// For a print shop: bleed, crop marks and fold marks.
    #[arg(long)]
    press: bool,
    /// `low` leaves out solid bands of colour.
    #[arg(long, value_enum, value_name = "HOW", default_value_t = InkUse::Full)]
    ink: InkUse,
    /// Print dotted lines where the sheet is folded.
    #[arg(long, conflicts_with = "press")]
    fold_guide: bool,
    /// Write what each format kept and left out as JSON, beside the leaflets.
    #[arg(long)]
    report: bool,
    /// Build in spite of errors, as far as that can be done, and mark every page as a draft.
    #[arg(long)]
    draft: bool,
    /// Instead of leaflets, make a copy of all their texts for clinicians to read and approve: every text numbered, with its
    /// sources, evidence, doses and safety texts, and what has changed since the last approval.
    #[arg(long, conflicts_with_all = ["handouts", "format", "press", "fold_guide", "report", "draft"])]
    reading_copy: bool,
    /// The day to take as today, such as 2026-11-20.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
}

/// How much ink a leaflet takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum InkUse {
    /// Solid bands of colour.
    Full,
    /// Outlines instead.
    Low,
}

/// Reads the name of a format.
fn format_parser() -> impl clap::builder::TypedValueParser<Value = Format> {
    let names = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.describe()));
    PossibleValuesParser::new(names).map(|name| {
        let named = Format::ALL.into_iter().find(|format| format.name() == name);
        named.expect("one of the possible values")
    })
}

/// Runs the program; messages go to standard error.
#[must_use]
pub fn run() -> ExitCode {
    system::prepare();
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Build(arguments) if arguments.reading_copy => reading_copy::reading_copy(&arguments),
        Command::Build(arguments) => build::build(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Sheet(arguments) => sheet::sheet(&arguments),
        Command::Batch(arguments) => batch::batch(&arguments),
        Command::Verify(arguments) => verify::verify(&arguments),
        Command::Approve(arguments) => approve::approve(&arguments),
        Command::Draw(arguments) => draw::draw(&arguments),
        Command::Explain { code: Some(code) } => explain::explain(&code),
        Command::Explain { code: None } => explain::list(),
        Command::List { formats: true } => list::formats(),
        Command::List { formats: false } => list::list(),
        Command::New { directory } => new::new(&directory),
        Command::Schema { kind } => schema::schema(kind),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "handout", &mut script);
            print::write_stdout(&script)
        }
        Command::Man => man(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => problem.report(),
    }
}

fn man() -> Result<(), Failure> {
    let mut page = Vec::new();
    let render = |page: &mut Vec<u8>| {
        let program = clap_mangen::Man::new(Arguments::command());
        program.render_title(page)?;
        program.render_name_section(page)?;
        program.render_description_section(page)?;
        for command in Arguments::command().get_subcommands() {
            let mut text = Vec::new();
            let of_command = clap_mangen::Man::new(command.clone().bin_name(format!("handout {}", command.get_name())));
            of_command.render_synopsis_section(&mut text)?;
            of_command.render_description_section(&mut text)?;
            of_command.render_options_section(&mut text)?;
            page.extend(format!(".SH \"{}\"\n", command.get_name().to_uppercase()).as_bytes());
            page.extend(String::from_utf8_lossy(&text).replace(".SH ", ".SS ").as_bytes());
        }
        program.render_extra_section(page)?;
        program.render_version_section(page)
    };
    render(&mut page).map_err(|error| Problem::output("the manual page", &error))?;
    print::write_stdout(&page)
}
