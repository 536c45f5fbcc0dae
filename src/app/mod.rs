//! What the command line and a server share: the clinic's folder, the library built in, batches and approvals.
//!
//! Plain values come in; plain values or a [`problem::Problem`] go out. Nothing here prints, and nothing reads arguments, the
//! environment or the clock.

pub mod approved;
pub mod batch;
pub mod files;
pub mod key;
pub mod kind;
pub mod leaflet;
pub mod library;
pub mod new;
pub mod pool;
pub mod privacy;
pub mod problem;
pub mod record;
pub mod targets;
pub mod topics;
