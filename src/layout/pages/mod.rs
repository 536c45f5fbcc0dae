//! Documents onto the pages of each format.

pub mod choose;
pub mod folded;
pub mod leaflet;
pub mod poster;
pub mod wallet;
