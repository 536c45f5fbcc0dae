//! An exercise's picture as its YAML says it: a clinic's own file, or the mannequin's poses.
//!
//! Lengths are in units of 1/200 of her height; `x` grows to the right, the way she looks, and `y` is the height above
//! the floor. Angles are in degrees. The doc comments here are what an editor shows while a picture is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::by_stage::ByStage;
use super::handout::Stage;
pub use super::props::{Layer, Prop, PropKind};
use super::{Located, codes};
use crate::diag::Finding;

/// Code of a picture that says both or neither of `poses` and `image`.
pub const CHOICE: &str = "H019";

/// Pictures that belong to no exercise, by name, such as `standing`.
pub type Scenes = BTreeMap<String, Picture>;

/// A picture: `poses` of the mannequin, or an `image` of your own.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// What the picture shows, for those who do not see it: one or two sentences.
    #[schemars(example = &"On hands and knees, the back rounds up like a cat.")]
    pub alt: Located<String>,
    /// What it shows in a stage whose poses are other.
    #[serde(default)]
    pub alt_by_stage: ByStage<Located<String>>,
    /// A file of your own in place of the mannequin: SVG, PNG or JPEG.
    #[schemars(example = &"cat.svg")]
    pub image: Option<Located<String>>,
    /// A digest of the file's bytes, once it is read: the file is approved with the picture.
    #[serde(skip)]
    pub file_digest: Option<String>,
    /// How several pictures stand to each other.
    #[serde(default)]
    pub show: Show,
    /// What is under her.
    #[serde(default)]
    pub ground: Ground,
    /// What is about her, in every picture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub props: Vec<Prop>,
    /// Her poses, in the order of the movement. Each makes a picture, but a pale one lies under the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub poses: Vec<Pose>,
}

impl Picture {
    /// What it shows in `stage`.
    #[must_use]
    pub fn alt_in(&self, stage: Stage) -> &Located<String> {
        self.alt_by_stage.get(stage).unwrap_or(&self.alt)
    }

    /// All that is told of what it shows, the usual words first.
    pub fn alts(&self) -> impl Iterator<Item = &Located<String>> {
        std::iter::once(&self.alt).chain(self.alt_by_stage.iter().map(|(_, alt)| alt))
    }

    /// What is wrong with the choice between `poses` and `image`: it must be one of them, and not all poses pale.
    #[must_use]
    pub fn mistake(&self) -> Option<Finding> {
        let is_shown = self.poses.iter().any(|pose| !pose.pale);
        match (&self.image, self.poses.is_empty()) {
            (Some(image), false) => Some(
                Finding::error(CHOICE, "a picture is either `poses` or an `image`, not both")
                    .at(&image.place, "this stands beside `poses`")
                    .help("take one of them out"),
            ),
            (None, true) => Some(
                Finding::error(codes::MISSING_KEY, "the picture shows nothing")
                    .at(&self.alt.place, "this describes a picture without `poses` or `image`")
                    .help("add `poses:`, or `image:` with the name of an SVG, PNG or JPEG file"),
            ),
            (None, false) if !is_shown => Some(
                Finding::error(CHOICE, "all poses of the picture are pale")
                    .at(&self.alt.place, "this picture would be empty")
                    .help("take `pale: true` out of the last pose"),
            ),
            _ => None,
        }
    }
}

/// How several pictures stand to each other.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// Side by side.
    #[default]
    Beside,
    /// One under the other.
    Stacked,
}

/// What is under her.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// A line for the floor.
    #[default]
    Floor,
    /// A thin mat, seen from the side.
    Mat,
    /// Nothing.
    None,
}

/// From where she is seen.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// From her right side; she looks to the right.
    #[default]
    Side,
    /// From the front. Her right arm and leg, on the left of the picture, are the near ones.
    Front,
    /// From behind. Her left arm and leg, on the left of the picture, are the near ones.
    Back,
    /// Lying on her side, seen from above, her head to the right.
    Lying,
}

/// One pose.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Pose {
    /// The stages that the pose is for; without them, every stage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// From where she is seen.
    #[serde(default)]
    pub view: View,
    /// Whether it is a start position, drawn pale under the next pose.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pale: bool,
    /// Where her hip joint is. Without it, `sit` says so.
    pub hip: Option<[f64; 2]>,
    /// What she sits on, and where along it her hip is.
    pub sit: Option<Sit>,
    /// How far the low back leans: 0 upright, 90 face down, -90 on her back. From the front, to the right.
    #[serde(default)]
    pub lean: f64,
    /// How much the back bends from hip to neck: above 0 rounded, below 0 arched. From the front, to the right.
    #[serde(default)]
    pub bend: f64,
    /// How far the head leans, counted as `lean` is.
    #[serde(default)]
    pub head: f64,
    /// How far the head slides forwards along its own line of sight.
    #[serde(default)]
    pub chin: f64,
    /// How far the chest turns to the right of the picture; from the front only.
    #[serde(default)]
    pub turn: f64,
    /// How far she leans towards us; from the front only.
    #[serde(default)]
    #[schemars(range(min = 0, max = 60))]
    pub toward: f64,
    /// How far the shoulders shift: forwards, and up; from behind, a negative first number draws the blades together.
    pub shoulder: Option<[f64; 2]>,
    /// The arm towards us.
    #[serde(default)]
    pub near_arm: Arm,
    /// The arm away from us.
    #[serde(default)]
    pub far_arm: Arm,
    /// The leg towards us.
    #[serde(default)]
    pub near_leg: Leg,
    /// The leg away from us.
    #[serde(default)]
    pub far_leg: Leg,
    /// What is painted last.
    #[serde(default)]
    pub on_top: OnTop,
    /// Whether she wears shoes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shoes: bool,
    /// Whether her face is turned up to us; lying only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub face_up: bool,
    /// What is about her in this pose only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub props: Vec<Prop>,
    /// Arrows that show the movement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arrows: Vec<Arrow>,
}

/// What is painted last, where parts of the body cross.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum OnTop {
    /// The near arm.
    #[default]
    Arm,
    /// The near leg over the trunk, then the arm, then the head.
    Leg,
    /// The trunk and the head over the near arm.
    Trunk,
}

/// Sitting: on what, and where.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sit {
    /// What she sits on.
    pub on: Located<Surface>,
    /// Where her hip is, from left to right.
    #[serde(default)]
    pub at: f64,
}

/// An arm, by angles, by where the wrist is, or by what the palm lies on.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Arm {
    /// Angle of the upper arm: 0 hangs down, 90 forwards (from the front: outwards), 180 up.
    #[serde(default)]
    pub up: f64,
    /// Angle of the forearm, counted the same way.
    pub fore: Option<f64>,
    /// Angle of the hand; without it, in line with the forearm.
    pub hand: Option<f64>,
    /// How far the arm points towards us, which makes it shorter to see; lying, and by angles only.
    #[serde(default)]
    #[schemars(range(min = 0, max = 80))]
    pub toward: f64,
    /// What the palm lies on.
    pub on: Option<Located<Surface>>,
    /// Where the palm lies: along the floor or a seat, up a wall, or a share of the thigh or trunk.
    #[serde(default)]
    pub at: f64,
    /// Where the wrist is.
    pub wrist: Option<Located<[f64; 2]>>,
    /// The way the elbow points.
    #[serde(default)]
    pub elbow: Bend,
    /// Whether the hand is closed round something.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fist: bool,
}

/// A leg, by angles, or by how it meets the ground.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    /// Angle of the thigh: 0 hangs down, 90 forwards.
    #[serde(default)]
    pub thigh: f64,
    /// Angle of the shin, counted the same way.
    pub shin: Option<f64>,
    /// Angle of the foot: 90 is flat, toes forwards.
    pub foot: Option<f64>,
    /// Where the ankle is when the sole stands on the floor, from left to right.
    pub sole: Option<Located<f64>>,
    /// Where the knee is when she kneels on it, from left to right.
    pub kneel: Option<Located<f64>>,
    /// Where the ankle is.
    pub ankle: Option<Located<[f64; 2]>>,
    /// Where the knee is seen, when the leg points towards us or away; from the front and lying only.
    pub knee: Option<[f64; 2]>,
}

/// The way an elbow points.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Bend {
    /// Backwards; from the front, outwards.
    #[default]
    Back,
    /// Forwards; from the front, inwards.
    Front,
}

/// What a hand or a seat can rest on.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// The floor.
    Floor,
    /// The wall of the picture.
    Wall,
    /// The seat of the chair.
    Chair,
    /// The top of the bed.
    Bed,
    /// The ball.
    Ball,
    /// The top of the pillow.
    Pillow,
    /// The counter.
    Counter,
    /// The door frame.
    DoorFrame,
    /// Her own near thigh.
    Thigh,
    /// The front of her trunk: 0 at the hem, 1 at the neck.
    Bump,
}

/// An arrow: from here to there, or round an ellipse.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Arrow {
    /// Where it starts; for a ring, its middle.
    #[serde(default)]
    pub from: [f64; 2],
    /// Where it points.
    pub to: Option<[f64; 2]>,
    /// In place of `from` and `to`: that it points in at the front of her trunk there, 0 at the hem and 1 at the neck,
    /// whatever her belly; from the side only.
    pub bump: Option<f64>,
    /// How far it bows to its left.
    #[serde(default)]
    pub bow: f64,
    /// Half width and half height of a ring that it runs round.
    pub ring: Option<[f64; 2]>,
    /// Which ends have a head.
    #[serde(default)]
    pub heads: Heads,
    /// Whether it is breath: thinner and in waves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub breath: bool,
}

/// Which ends of an arrow have a head.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Heads {
    /// The end.
    #[default]
    End,
    /// Both ends.
    Both,
    /// None: a line.
    None,
}
