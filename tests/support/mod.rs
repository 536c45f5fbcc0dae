//! What several tests share: the shipped library, PDFs read back, pages as pictures, references, outside judges.
#![allow(dead_code, reason = "each test binary uses its own part of this")]

pub mod golden;
pub mod holds;
pub mod judges;
pub mod library;
pub mod painted;
pub mod picture;
pub mod program;
pub mod reading;
pub mod report;
pub mod texts;
