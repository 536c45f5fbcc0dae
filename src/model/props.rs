//! Things about her in a picture, as its YAML says them: walls, chairs, pillows; places and lengths as in
//! [`super::picture`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A thing about her.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Prop {
    /// What it is.
    pub kind: PropKind,
    /// Where it is: its middle; for a chair the middle of its seat, for a wall, counter or frame the edge that faces her.
    #[serde(default)]
    pub at: [f64; 2],
    /// Width and height, where it can be chosen.
    pub size: Option<[f64; 2]>,
    /// How far it is turned.
    #[serde(default)]
    pub turn: f64,
    /// Whether it stands before her, between her legs, or behind her.
    #[serde(default)]
    pub layer: Layer,
    /// Where a band ends besides its anchor; without it, in her hands.
    pub to: Option<[f64; 2]>,
}

/// A kind of thing.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum PropKind {
    /// A wall; seen from the front, the wall behind her.
    Wall,
    /// A mat, seen from above.
    Mat,
    /// A chair with a back.
    Chair,
    /// A stool, a chair without a back.
    Stool,
    /// A bed.
    Bed,
    /// A gym ball.
    Ball,
    /// A pillow.
    Pillow,
    /// A rolled towel.
    Towel,
    /// A counter.
    Counter,
    /// A door frame: from the front, both posts and the lintel.
    DoorFrame,
    /// A stretch band.
    Band,
    /// Water; `at` is its surface.
    Water,
    /// A tree, far behind.
    Tree,
}

/// Where a thing stands in the order of painting.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Behind her.
    #[default]
    Behind,
    /// Between the far leg and the near one.
    Between,
    /// Before her.
    Before,
}
