//! The files of `handouts/` that are built into the program, but for topics and languages.

/// A file built into the program.
pub struct Bundled {
    pub(super) name: &'static str,
    pub(super) bytes: &'static [u8],
}

/// Files of `handouts/`, built into the program.
macro_rules! bundle {
    ($($path:literal),* $(,)?) => {
        &[$(Bundled { name: $path, bytes: include_bytes!(concat!("../../handouts/", $path)) }),*]
    };
}

/// Handouts.
pub(super) const HANDOUTS: &[Bundled] = bundle![
    "first-trimester.yaml",
    "second-trimester.yaml",
    "third-trimester.yaml",
    "after-birth.yaml",
    "upper-back.yaml",
];
/// Exercises.
pub(super) const EXERCISES: &[Bundled] = bundle![
    "exercises/tummy-hug-breathing.yaml",
    "exercises/pelvic-floor-squeeze.yaml",
    "exercises/pelvic-tilt.yaml",
    "exercises/cat-stretch.yaml",
    "exercises/rest-back-stretch.yaml",
    "exercises/all-fours-reach.yaml",
    "exercises/wall-push-up.yaml",
    "exercises/sit-to-stand.yaml",
    "exercises/wall-slide.yaml",
    "exercises/side-lying-clam.yaml",
    "exercises/cushion-squeeze.yaml",
    "exercises/bridge.yaml",
    "exercises/buttock-squeeze.yaml",
    "exercises/seated-turn.yaml",
    "exercises/shoulder-blade-squeeze.yaml",
    "exercises/doorway-chest-stretch.yaml",
    "exercises/chin-tuck.yaml",
    "exercises/wall-angels.yaml",
    "exercises/open-book.yaml",
    "exercises/side-reach.yaml",
    "exercises/hug-a-tree.yaml",
    "exercises/band-row.yaml",
    "exercises/ball-circles.yaml",
    "exercises/seated-buttock-stretch.yaml",
    "exercises/walking.yaml",
    "exercises/swimming.yaml",
    "exercises/stationary-cycling.yaml",
    "exercises/let-go-breathing.yaml",
];
/// Pictures that belong to no exercise.
pub(super) const SCENES: &[Bundled] = bundle!["pictures/standing.yaml", "pictures/sleep-on-side.yaml"];
/// Brands with their logos.
pub(super) const BRANDS: &[Bundled] =
    bundle!["brands/riverside.yaml", "brands/riverside.svg", "brands/juniper.yaml", "brands/juniper.svg"];
/// The sources.
pub(super) const SOURCES: &[Bundled] = bundle!["sources.yaml"];

pub(super) use bundle;
