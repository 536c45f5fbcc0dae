//! What every drawing must hold: drawn at every stage, inside its size, contacts exact, small, always the same.

use std::io::Write as _;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use kurbo::Shape;

use super::export::{path_data, to_png, to_svg};
use super::*;
use crate::diag::{Source, render_human};
use crate::model::brand::Hair;
use crate::model::exercise::Exercise;
use crate::model::{Loaded, load};
use crate::topic::Topic;

/// The most bytes of a drawing's path text, deflated; with a PDF's operators and hundredths that is under 6 kB.
const MOST_BYTES: usize = 4608;

/// The belly of a stage of the topic that ships.
fn belly(stage: Stage) -> Belly {
    static TOPIC: LazyLock<Topic> = LazyLock::new(crate::topic::tests::shipped);
    TOPIC.stages.belly(stage)
}

const STAGES: [Stage; 5] =
    [Stage::FirstTrimester, Stage::SecondTrimester, Stage::ThirdTrimester, Stage::AfterBirth, Stage::Any];

fn read(name: &str, text: &str) -> Picture {
    let source: Arc<Source> = Source::new(name, text);
    match load::<Picture>(&source) {
        Ok(Loaded { value, warnings }) if warnings.is_empty() => value,
        Ok(loaded) => panic!("{}", render_human(&loaded.warnings, false)),
        Err(findings) => panic!("{}", render_human(&findings, false)),
    }
}

/// All pictures that ship, by name: those of the exercises, and the scenes.
fn shipped() -> Vec<(String, Picture)> {
    let files = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|e| e == "yaml")).collect();
        paths.sort();
        let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
        paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect::<Vec<_>>()
    };
    let of_exercise = |(name, text): (String, String)| {
        let exercise = load::<Exercise>(&Source::new(name.as_str(), text)).unwrap().value;
        Some((name, exercise.picture?))
    };
    let scene = |(name, text): (String, String)| (name.clone(), read(&name, &text));
    let exercises = files("handouts/exercises").into_iter().filter_map(of_exercise);
    exercises.chain(files("handouts/pictures").into_iter().map(scene)).collect()
}

fn drawn(name: &str, picture: &Picture, stage: Stage) -> Figure {
    draw(picture, &Look::default(), stage, belly(stage))
        .unwrap_or_else(|errors| panic!("{name}, {stage:?}: {errors:?}"))
}

fn messages(text: &str) -> Vec<String> {
    let picture = read("pose.yaml", text);
    let errors = draw(&picture, &Look::default(), Stage::SecondTrimester, belly(Stage::SecondTrimester)).unwrap_err();
    errors.iter().map(ToString::to_string).collect()
}

const STANDING: &str =
    "alt: She stands.\nposes:\n  - hip: [0, 99.8]\n    near_leg: { sole: 0 }\n    far_leg: { sole: 6 }\n";

#[test]
fn every_picture_draws_at_every_stage_within_its_size() {
    let pictures = shipped();
    assert_eq!(pictures.len(), 29);
    for (name, picture) in &pictures {
        for stage in STAGES {
            let figure = drawn(name, picture, stage);
            let (width, height) = (f64::from(figure.size.width.0), f64::from(figure.size.height.0));
            let frame = Rect::new(0.0, 0.0, width, height).inflate(0.01, 0.01);
            assert!(figure.parts.len() > 10 && width > 40.0 && height > 80.0, "{name}, {stage:?}");
            for part in &figure.parts {
                let half = part.stroke.map_or(0.0, |(_, width)| f64::from(width.0) / 2.0);
                let ink = part.path.bounding_box().inflate(half, half);
                assert!(ink.is_finite() && frame.union(ink) == frame, "{name}, {stage:?}: {ink:?} leaves {frame:?}");
            }
        }
    }
}

#[test]
fn every_drawing_is_small() {
    for (name, picture) in &shipped() {
        for stage in STAGES {
            let figure = drawn(name, picture, stage);
            let data: String = figure.parts.iter().map(|part| path_data(part.path.elements()) + "\n").collect();
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(data.as_bytes()).unwrap();
            let bytes = encoder.finish().unwrap().len();
            assert!(bytes <= MOST_BYTES, "{name}, {stage:?}: {bytes} bytes");
        }
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    for (name, picture) in &shipped() {
        let [first, second] = [(); 2].map(|()| to_svg(&drawn(name, picture, Stage::ThirdTrimester)));
        assert_eq!(first, second, "{name}");
    }
}

#[test]
fn every_picture_says_what_it_shows() {
    for (name, picture) in &shipped() {
        for stage in STAGES {
            let alt = &picture.alt_in(stage).value;
            assert!((40..=260).contains(&alt.len()) && alt.ends_with('.'), "{name}: {alt}");
            assert!(!alt.to_lowercase().contains("image of") && !alt.to_lowercase().contains("picture of"), "{name}");
            let other = picture.poses.iter().any(|pose| !pose.stages.is_empty() && pose.stages.contains(&stage));
            let own = picture.alt_by_stage.get(stage).is_some();
            assert!(!own || other, "{name}, {stage:?}: other words for the same drawing");
        }
    }
}

/// The lowest point of a path.
fn lowest(part: &DrawingPart) -> f64 {
    part.path.bounding_box().y1
}

#[test]
fn feet_and_hands_are_exactly_on_their_surfaces() {
    for (name, picture) in &shipped() {
        for stage in STAGES {
            for pose in picture.poses.iter().filter(|pose| pose.stages.is_empty() || pose.stages.contains(&stage)) {
                let scene = Panel { picture, look: &Look::default(), belly: belly(stage), pale: Vec::new(), pose };
                let Ok(Solved::Side(body)) = scene.solve(pose) else { continue };
                if pose.view == View::Lying {
                    continue;
                }
                for (leg, spec) in body.legs.iter().zip([&pose.near_leg, &pose.far_leg]) {
                    if spec.sole.is_some() {
                        assert!((leg.ankle.y + body::ANKLE).abs() < 0.1 && leg.foot > 89.0, "{name}, {stage:?}");
                    }
                    if spec.kneel.is_some() {
                        assert!((leg.knee.y + body::KNEELING).abs() < 0.1, "{name}, {stage:?}");
                    }
                }
                for (arm, spec) in body.arms.iter().zip([&pose.near_arm, &pose.far_arm]) {
                    let Some(on) = &spec.on else { continue };
                    let props = scene.props(pose);
                    let Some(touched) = surfaces::contact(&props, on.value, spec.at, body.spine.hip) else { continue };
                    let off = (arm.hand.o - touched.point).dot(touched.out) - body::PALM;
                    assert!(off.abs() < 0.1, "{name}, {stage:?}: {off}");
                }
            }
        }
    }
}

/// Every body that a shipped exercise shows at a stage, seen from the side, with its pose; start positions left out.
fn bodies(name: &str, stage: Stage) -> Vec<(skeleton::Body, Pose)> {
    let pictures = shipped();
    let (_, picture) = pictures.iter().find(|(known, _)| known == name).unwrap();
    let shown = picture.poses.iter().filter(|pose| pose.stages.is_empty() || pose.stages.contains(&stage));
    let solve = |pose: &Pose| {
        let scene = Panel { picture, look: &Look::default(), belly: belly(stage), pale: Vec::new(), pose };
        match scene.solve(pose).unwrap() {
            Solved::Side(body) => (*body, pose.clone()),
            Solved::Front(_) => panic!("{name} is seen from the front"),
        }
    };
    shown.filter(|pose| !pose.pale).map(solve).collect()
}

/// How far a leg is from straight, in degrees.
fn knee_bend(leg: &skeleton::Leg) -> f64 {
    let (thigh, shin) = (leg.knee - leg.hip, leg.ankle - leg.knee);
    thigh.cross(shin).atan2(thigh.dot(shin)).to_degrees().abs()
}

#[test]
fn drawings_are_no_harder_than_their_text() {
    for stage in STAGES {
        // “Slide down a little. Half-way to a chair is the most.”
        let [start, end] = bodies("wall-slide", stage).try_into().unwrap();
        let (down, to_chair) = (end.0.spine.hip.y - start.0.spine.hip.y, -57.5 - start.0.spine.hip.y);
        assert!(down > 5.0 && down < to_chair * 0.4, "{stage:?}: {down} of {to_chair}");
        assert!(end.0.legs.iter().all(|leg| knee_bend(leg) < 60.0), "{stage:?}");
        // “If that is easy, lift one straight leg back a little.”
        let [squeeze, lift] = bodies("buttock-squeeze", stage).try_into().unwrap();
        assert!(squeeze.1.near_leg.sole.is_some() && squeeze.1.far_leg.sole.is_some(), "{stage:?}");
        assert!((-25.0..-5.0).contains(&lift.1.near_leg.thigh) && knee_bend(&lift.0.legs[0]) < 5.0, "{stage:?}");
        // “Slide one arm out in front … Or slide one leg back”: nothing leaves the floor.
        for (body, pose) in bodies("all-fours-reach", stage) {
            let arms = [&pose.near_arm, &pose.far_arm];
            let on_floor = |on: &Located<Surface>| on.value == Surface::Floor;
            assert!(arms.iter().all(|arm| arm.on.as_ref().is_some_and(on_floor)), "{stage:?}");
            let toes = |leg: &skeleton::Leg| leg.ankle.y + geometry::hang(leg.foot).y * 23.8;
            assert!(body.legs.iter().all(|leg| leg.kneels || toes(leg) > -1.0), "{stage:?}");
        }
        // “Keep your low back tall.”
        for (body, _) in bodies("hug-a-tree", stage) {
            assert!(body.spine.lean_at(0.2).abs() < 10.0, "{stage:?}");
        }
        // “Put one hand low on your belly.”
        let [(_, pose)] = bodies("tummy-hug-breathing", stage).try_into().unwrap();
        let on_belly = [&pose.near_arm, &pose.far_arm].iter().filter(|arm| arm.on.is_some()).count();
        assert!(on_belly == 1 && pose.near_arm.at < 0.15, "{stage:?}");
    }
}

#[test]
fn late_in_pregnancy_the_book_opens_half_way_only() {
    let reach = |stage: Stage| {
        let [(body, _)] = bodies("open-book", stage).try_into().unwrap();
        (body.arms[0].hand.o - body.arms[0].shoulder).hypot()
    };
    // Half way the arm points up to the ceiling, towards us.
    assert!(reach(Stage::ThirdTrimester) < 0.4 * reach(Stage::SecondTrimester));
}

#[test]
fn bones_keep_their_lengths() {
    for (name, picture) in &shipped() {
        for pose in picture.poses.iter().filter(|pose| pose.view == View::Side) {
            let scene = Panel { picture, look: &Look::default(), belly: Belly::Medium, pale: Vec::new(), pose };
            let Ok(Solved::Side(body)) = scene.solve(pose) else { continue };
            for arm in body.arms {
                assert!(((arm.shoulder - arm.elbow).hypot() - body::UPPER_ARM).abs() < 0.1, "{name}");
                assert!(((arm.elbow - arm.hand.o).hypot() - body::FOREARM).abs() < 0.1, "{name}");
            }
        }
    }
}

#[test]
fn a_foot_on_the_floor_ends_at_the_floor() {
    let picture = read("standing.yaml", &format!("{STANDING}ground: none\n"));
    let figure = drawn("standing", &picture, Stage::FirstTrimester);
    let bottom = figure.parts.iter().map(lowest).fold(0.0, f64::max);
    assert!((bottom - f64::from(figure.size.height.0)).abs() < 0.1);
    assert!((195.0..212.0).contains(&bottom), "a standing woman is 200 units tall: {bottom}");
}

#[test]
fn a_pose_out_of_reach_names_the_joint_and_the_miss() {
    let wall = "props:\n  - { kind: wall, at: [90, 0] }\n";
    let text = format!("{STANDING}    near_arm: {{ on: wall, at: 140 }}\n{wall}");
    assert_eq!(messages(&text), ["the near hand cannot touch the wall: it ends 24 units short"]);
    let text = STANDING.replace("sole: 6", "sole: 60");
    assert_eq!(messages(&text), ["the far foot cannot stand on the floor there: it ends 18 units short"]);
}

#[test]
fn joints_bend_one_way_and_surfaces_must_be_there() {
    let text = format!("{STANDING}    near_arm: {{ up: 40, fore: 10 }}\n");
    assert_eq!(messages(&text), ["the near elbow cannot bend that way"]);
    let text = STANDING.replace("{ sole: 6 }", "{ thigh: 10, shin: 40 }");
    assert_eq!(messages(&text), ["the far knee cannot bend that way"]);
    let text = format!("{STANDING}    far_arm: {{ on: ball }}\n");
    assert_eq!(messages(&text), ["the far hand cannot touch the ball: the picture has none"]);
}

#[test]
fn errors_point_at_the_contact() {
    let picture = read("pose.yaml", &format!("{STANDING}    far_arm: {{ on: floor, at: 9 }}\n"));
    let errors = draw(&picture, &Look::default(), Stage::Any, belly(Stage::Any)).unwrap_err();
    let place = errors[0].place.as_ref().unwrap();
    assert_eq!(&place.source.text[place.span.clone()], "floor");
    assert_eq!(errors[0].finding(&picture).place.as_ref(), Some(place));
}

#[test]
fn every_thing_about_her_can_be_drawn_in_every_view() {
    let kinds =
        ["wall", "mat", "chair", "stool", "bed", "ball", "pillow", "towel", "counter", "door-frame", "band", "tree"];
    let bare = draw(&read("bare", STANDING), &Look::default(), Stage::Any, belly(Stage::Any)).unwrap().parts.len();
    for kind in kinds {
        let thing = format!("props:\n  - {{ kind: {kind}, at: [70, 60] }}\n");
        let figure = drawn(kind, &read(kind, &format!("{STANDING}{thing}")), Stage::Any);
        assert!(figure.parts.len() > bare, "{kind}");
        for view in ["front", "back", "lying"] {
            let pose = format!("alt: She stands.\nposes:\n  - {{ view: {view}, hip: [0, 99] }}\n{thing}");
            assert!(
                draw(&read(kind, &pose), &Look::default(), Stage::Any, belly(Stage::Any)).is_ok(),
                "{kind}, {view}"
            );
        }
    }
}

#[test]
fn a_picture_is_poses_or_an_image() {
    let messages = |text: &str| read("picture.yaml", text).mistake().map(|finding| finding.message);
    assert_eq!(messages(STANDING), None);
    assert_eq!(messages("alt: She stands.\nimage: own.svg\n"), None);
    assert_eq!(messages("alt: She stands.\n").as_deref(), Some("the picture shows nothing"));
    let both = format!("image: own.svg\n{STANDING}");
    assert_eq!(messages(&both).as_deref(), Some("a picture is either `poses` or an `image`, not both"));
    let pale = format!("{STANDING}    pale: true\n");
    assert_eq!(messages(&pale).as_deref(), Some("all poses of the picture are pale"));
}

/// A picture with `N` for most of its numbers.
const NUMBERS: &str = "alt: She moves.
props:
  - { kind: water, at: [0, N], size: [N, N] }
  - { kind: pillow, at: [N, 1], size: [N, 3], turn: N }
  - { kind: wall, at: [N, 0] }
poses:
  - view: VIEW
    hip: [N, N]
    lean: N
    bend: N
    head: N
    turn: N
    near_arm: ARM
    far_arm: { up: N, fore: N }
    near_leg: { thigh: N, shin: N }
    arrows:
      - { from: [0, N], to: [0, N], bow: N }
      - { from: [0, N], to: [3, N], breath: true }
      - { bump: N }
      - { from: [N, 3], ring: [N, 4] }
";

#[test]
fn no_number_makes_a_drawing_panic_or_grow_without_end() {
    for number in ["0", "-0.0", "1e-9", "-7", "90", "-1e4", "1e9", "-1e300"] {
        for view in ["side", "front", "back", "lying"] {
            for arm in ["{ on: bump, at: N }", "{ on: wall, at: N }", "{ wrist: [N, N] }", "{ up: N, fore: N }"] {
                let text = NUMBERS.replace("VIEW", view).replace("ARM", arm).replace('N', number);
                let drawn = draw(
                    &read("numbers", &text),
                    &Look::default(),
                    Stage::ThirdTrimester,
                    belly(Stage::ThirdTrimester),
                );
                assert!(
                    drawn.is_err() || drawn.is_ok_and(|figure| f64::from(figure.size.width.0) <= 2.0 * LARGEST),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn every_look_has_a_far_side_that_differs() {
    for skin in 1..=6 {
        for hair in [Hair::Bun, Hair::Headscarf] {
            let look = Look { skin, hair, ..Look::default() };
            let (near, far) = (look.tones(false), look.tones(true));
            assert!(near.skin.contrast(far.skin) > 1.2 && near.leggings.contrast(far.leggings) > 1.2, "skin {skin}");
            assert!(look.hair_colour().contrast(look.skin_colour()) > 1.6, "skin {skin}");
            for (name, picture) in &shipped() {
                assert!(draw(picture, &look, Stage::ThirdTrimester, belly(Stage::ThirdTrimester)).is_ok(), "{name}");
            }
        }
    }
}

#[test]
fn drawings_export_as_svg_that_our_own_reader_takes_and_as_png() {
    let picture = read("standing.yaml", STANDING);
    let figure = drawn("standing", &picture, Stage::ThirdTrimester);
    let svg = to_svg(&figure);
    assert!(svg.contains("<title>She stands.</title>"));
    let read_back = crate::art::parse_svg(&svg).unwrap();
    assert_eq!(read_back.parts.len(), figure.parts.len());
    let png = to_png(&figure, 300).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    assert!(to_png(&figure, 0).is_err() && to_png(&figure, 9000).is_err());
}
