//! `handout` turns YAML handout definitions into branded, accessible PDF leaflets.
//!
//! The pipeline, one way only, for leaflets and personal sheets alike. Each stage is a pure function of the one before; files
//! enter in `app`, the clock and the environment in `cli`.
//!
//! ```
//! use handout::compose::{Document, branding::Branding, shelf::Shelf};
//! use handout::diag::{Finding, Source};
//! use handout::model::{self, patient::SheetRequest};
//! use handout::{Leaflet, Order, Settings};
//! # use std::sync::Arc;
//!
//! fn build(
//!     source: &Arc<Source>,
//!     branding: &Branding,
//!     shelf: &Shelf,
//!     patient: Option<&SheetRequest>,
//! ) -> Result<Leaflet, Vec<Finding>> {
//!     let handout = model::load(source)?; //                   YAML → model, or every mistake in it
//!     let order = Order { handout: &handout, branding, shelf, patient, settings: Settings::default() };
//!     let checked = order.check(); //                          → what is wrong with the texts
//!     let document: Document = checked.document()?; //         → what it says: headings, lists, figures
//!     let proof = checked.proof(); //                          → where it stands on pages and sheets
//!     assert!(document.meta.title.len() > 0 && proof.produced().is_some());
//!     proof.print() //                                         → PDF, unless an error was found on the way
//! }
//! ```
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod app;
pub mod art;
pub mod check;
pub mod cli;
pub mod compose;
pub mod diag;
pub mod figure;
pub mod gate;
pub mod geom;
pub mod language;
pub mod layout;
pub mod model;
pub mod pdf;
pub mod preflight;
pub mod press;
pub mod text;
pub mod topic;

pub use app::order::{Checked, Leaflet, Order, Proof, Settings};
