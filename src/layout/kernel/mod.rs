//! What every layout stands on: the page's measures, slabs, the setting of text, and how slabs fill columns.

pub mod complete;
pub mod flow;
pub mod grid;
pub mod set;
pub mod slab;
pub mod style;
