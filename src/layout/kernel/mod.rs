//! What every layout stands on: the page's measures, slabs, the setting of text, and how slabs fill columns.

pub mod complete;
pub mod flow;
pub mod grid;
pub mod place;
pub mod set;
pub mod shapes;
pub mod slab;
pub mod style;
