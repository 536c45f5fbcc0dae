//! What all layouts use: page geometry, type sizes, slabs, setting text into slabs, and filling columns and pages with them.

pub mod complete;
pub mod flow;
pub mod grid;
pub mod place;
pub mod set;
pub mod shapes;
pub mod slab;
pub mod style;
