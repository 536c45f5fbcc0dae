//! How each kind of block looks. A document's blocks in, slabs of a given width out. Nothing here knows of pages.

pub mod badge;
pub mod bar;
pub mod body;
pub mod boxed;
pub mod card;
pub mod details;
pub mod diary;
pub mod elsewhere;
pub mod furniture;
pub mod help;
pub mod masthead;
pub mod notes;
pub mod picture;
pub mod text;
