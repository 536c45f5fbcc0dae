//! Documents onto the pages of each format.

pub mod booklet;
pub mod folded;
pub mod personal;
pub mod poster;
pub mod sheets;
mod stacker;
pub mod wallet;
