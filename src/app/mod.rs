//! What the command line and a server share: the clinic's folder, the library built in, batches and approvals.
//!
//! Plain values come in; plain values or a [`problem::Problem`] go out. Nothing here prints, and nothing reads arguments, the
//! environment or the clock.

pub mod approve;
pub mod approved;
pub mod batch;
pub mod build;
mod bundled;
pub mod check;
pub mod draw;
pub mod files;
pub mod key;
pub mod kind;
pub mod languages;
pub mod leaflet;
pub mod library;
pub mod list;
pub mod new;
pub mod order;
pub mod pool;
pub mod privacy;
pub mod problem;
pub mod reading_copy;
pub mod record;
pub mod report;
pub mod sheet;
pub mod targets;
pub mod topics;
pub mod verify;
