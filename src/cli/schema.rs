//! `handout schema`: the JSON Schemas that editors and the program itself read files by.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::print::{self, Failure};
use crate::app::kind::Kind;
use crate::app::topics;

/// Reads the name of a kind of file.
pub fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    let names = Kind::ALL.map(|kind| PossibleValue::new(kind.name()).help(kind.describe()));
    PossibleValuesParser::new(names).map(|name| {
        let named = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        named.expect("one of the possible values")
    })
}

/// Prints a schema.
pub fn schema(kind: Kind) -> Result<(), Failure> {
    print::write_stdout(kind.schema(&topics::vocabulary()).as_bytes())
}
