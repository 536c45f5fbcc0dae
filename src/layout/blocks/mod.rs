//! How each kind of block looks: blocks in, slabs of a given width out.

pub mod bar;
pub mod card;
pub mod details;
pub mod diary;
pub mod elsewhere;
pub mod furniture;
pub mod help;
pub mod low_masthead;
pub mod masthead;
pub mod measure;
pub mod notes;
pub mod panel;
pub mod picture;
