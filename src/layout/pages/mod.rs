//! Documents onto pages, a file for each format. `stacker` is what sheets, booklets and personal sheets share.

pub mod booklet;
pub mod folded;
pub mod personal;
pub mod poster;
pub mod sheets;
mod stacker;
pub mod wallet;
