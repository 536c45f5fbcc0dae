//! The program as people run it: what it writes, says and returns.

mod support;

use std::path::Path;

use support::library::project;
use support::program::{files_in, folder, run, run_with};
use support::reading::Reading;

/// A handout without mistakes.
const HANDOUT: &str = concat!(
    "title: Keep moving\nlanguage: en\nstage: any\nsummary: Move a little and often.\n",
    include_str!("support/help-box.yaml"),
    "imprint: { version: \"1.0\", published: 2026-11-20, review: 2028-11-20, author: Jane Doe }\n",
);

/// A brand without mistakes.
const BRAND: &str = "name: Hill Clinic\nsample: true\nlocale: en-GB\ncolors: { primary: \"#1f6f78\", accent: \"#b84a33\" }\n\
                     contact: { phone: \"01632 960 400\", maternity_line: \"01632 960 411\", emergency_number: \"999\" }\n";

/// A folder with files in it.
fn folder_with(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
    let folder = folder(&format!("cli/{name}"));
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        std::fs::write(path, text).expect("writable");
    }
    folder
}

fn is_pdf(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"))
}

/// Lines of a message that say what happened, not where.
fn first_line(told: &str) -> &str {
    told.lines().next().unwrap_or_default()
}

// Building.

#[test]
fn an_empty_folder_gives_every_leaflet() {
    let folder = folder_with("empty", &[]);
    let run = run(&folder, &["build"]).exits(0);
    let leaflets =
        ["after-birth.pdf", "first-trimester.pdf", "second-trimester.pdf", "third-trimester.pdf", "upper-back.pdf"];
    assert_eq!(files_in(&folder.join("out")), leaflets, "and nothing half-written");
    assert!(leaflets.iter().all(|name| is_pdf(&folder.join("out").join(name))));
    assert!(run.out.is_empty(), "messages go to standard error");
    assert_eq!(run.told.lines().filter(|line| line.starts_with("wrote out/")).count(), 5, "{}", run.told);
}

#[test]
fn one_name_gives_one_leaflet() {
    let folder = folder_with("one", &[]);
    run(&folder, &["build", "first-trimester", "-o", "here/and there"]).exits(0);
    assert_eq!(files_in(&folder.join("here/and there")), ["first-trimester.pdf"]);
    assert_eq!(files_in(&folder), ["here"]);
}

#[test]
fn a_file_is_built_under_its_own_name() {
    let folder = folder_with("file", &[("texts/moving.yaml", HANDOUT)]);
    run(&folder, &["build", "texts/moving.yaml"]).exits(0);
    assert!(is_pdf(&folder.join("out/moving.pdf")));
}

/// A path as Windows writes it.
#[test]
fn a_backslash_ends_a_folder_in_a_name() {
    let folder = folder_with("cli/backslash", &[]);
    let text = std::fs::read(project("handouts/third-trimester.yaml")).expect("readable");
    std::fs::write(folder.join("handouts\\sleep.yaml"), text).expect("writable");
    run(&folder, &["build", "handouts\\sleep.yaml"]).exits(0);
    assert_eq!(files_in(&folder.join("out")), ["sleep.pdf"]);
}

#[test]
fn a_hyphen_is_standard_input_and_output() {
    let folder = folder_with("streams", &[("moving.yaml", HANDOUT)]);
    let piped = run_with(&folder, &["build", "-", "-o", "-"], &[], HANDOUT.as_bytes()).exits(0);
    assert!(piped.out.starts_with(b"%PDF-"), "{}", piped.told);
    run(&folder, &["build", "moving.yaml"]).exits(0);
    assert!(piped.out == std::fs::read(folder.join("out/moving.pdf")).expect("a leaflet"));
    run_with(&folder, &["build", "-", "-o", "in"], &[], HANDOUT.as_bytes()).exits(0);
    assert_eq!(files_in(&folder.join("in")), ["handout.pdf"]);
    let two = run(&folder, &["build", "-o", "-"]).exits(2);
    assert!(two.out.is_empty() && two.told.contains("standard output takes one leaflet"), "{}", two.told);
    let bad = run_with(&folder, &["build", "-", "-o", "-"], &[], b"title: [").exits(1);
    assert!(bad.out.is_empty() && bad.told.contains("--> standard input:1:"), "{}", bad.told);
}

#[test]
fn names_of_outputs_say_what_was_asked_for() {
    let folder = folder_with("names", &[("moving.yaml", HANDOUT), ("brands/hill.yaml", BRAND)]);
    let build = |arguments: &[&str]| {
        let _ = std::fs::remove_dir_all(folder.join("out"));
        run(&folder, &[&["build", "moving.yaml"], arguments].concat()).exits(0);
        files_in(&folder.join("out"))
    };
    assert_eq!(build(&[]), ["moving.pdf"]);
    assert_eq!(build(&["--brand", "juniper"]), ["moving-juniper.pdf"]);
    assert_eq!(build(&["--brand", "brands/hill.yaml"]), ["moving-hill.pdf"]);
    assert_eq!(build(&["--format", "letter"]), ["moving-letter.pdf"]);
    assert_eq!(
        build(&["--format", "a4,letter", "--brand", "juniper"]),
        ["moving-juniper-a4.pdf", "moving-juniper-letter.pdf"]
    );
    let twice = run(&folder, &["build", "moving.yaml", "moving.yaml"]).exits(2);
    assert!(twice.told.contains("out/moving.pdf would be written twice"), "{}", twice.told);
}

#[test]
fn paper_follows_brand_and_format() {
    let folder = folder_with("paper", &[("moving.yaml", HANDOUT)]);
    let width = |arguments: &[&str]| {
        let run = run(&folder, &[&["build", "moving.yaml", "-o", "-"], arguments].concat()).exits(0);
        let document = lopdf::Document::load_mem(&run.out).expect("a PDF");
        let page = document.get_dictionary(document.get_pages()[&1]).expect("a page");
        page.get(b"MediaBox").and_then(lopdf::Object::as_array).expect("a box")[2].as_float().expect("a width").round()
    };
    assert_eq!([width(&[]), width(&["--brand", "juniper"])], [595.0, 612.0]);
    assert_eq!([width(&["--format", "letter"]), width(&["--brand", "juniper", "--format", "a4"])], [612.0, 595.0]);
}

#[test]
fn the_clinics_files_come_first() {
    let own = HANDOUT.replace("Keep moving", "Our own words");
    let brand = BRAND.replace("Hill Clinic", "Our own clinic");
    let sources = "OWN1: { title: Our own source, year: 2026, checked: page }\n";
    let cited =
        own.replace("seek_care:", "prevention:\n  items:\n    - { text: Walk., sources: [OWN1, R20] }\nseek_care:");
    let folder = folder_with(
        "own",
        &[
            ("handouts/first-trimester.yaml", &cited),
            ("handouts/sources.yaml", sources),
            ("handouts/brands/ours.yaml", &format!("{brand}references: print\n")),
        ],
    );
    let run = run(&folder, &["build", "first-trimester", "-o", "-"]).exits(0);
    let text = Reading::of(&run.out).text();
    for wanted in ["Our own words", "Our own clinic", "Our own source"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
}

#[test]
fn files_that_a_leaflet_does_not_draw_on_do_not_stop_it() {
    let files = [
        ("moving.yaml", HANDOUT.to_owned()),
        ("naming.yaml", format!("{HANDOUT}exercises: {{ use: [hop] }}\n")),
        ("mistaken.yaml", format!("{HANDOUT}exercises: {{ use: [hopp] }}\n")),
        ("citing.yaml", format!("{HANDOUT}causes: {{ items: [{{ text: It hurts., sources: [R1] }}] }}\n")),
        ("handouts/exercises/hop.yaml", "name: Hop\n".to_owned()),
        ("handouts/sources.yaml", "R1: { titel: A book }\n".to_owned()),
    ];
    let folder = folder_with("drawn-on", &files.each_ref().map(|(path, text)| (*path, text.as_str())));
    run(&folder, &["build", "moving.yaml"]).exits(0);
    let told = run(&folder, &["build", "naming.yaml"]).exits(1).told;
    assert!(told.contains("exercises/hop.yaml") && !told.contains("titel"), "{told}");
    let told = run(&folder, &["build", "citing.yaml"]).exits(1).told;
    assert!(told.contains("`titel`") && !told.contains("hop.yaml"), "{told}");
    let told = run(&folder, &["build", "mistaken.yaml"]).exits(1).told;
    assert!(told.contains("exercises/hop.yaml"), "all are read where one is unknown: {told}");
}

#[test]
fn several_brands_need_a_word() {
    let files = [("handouts/brands/one.yaml", BRAND), ("handouts/brands/two.yaml", BRAND), ("moving.yaml", HANDOUT)];
    let folder = folder_with("brands", &files);
    let unclear = run(&folder, &["build", "moving.yaml"]).exits(2);
    assert!(unclear.told.contains("several brands lie side by side (one, two)"), "{}", unclear.told);
    run(&folder, &["build", "moving.yaml", "--brand", "two"]).exits(0);
    std::fs::write(folder.join("handouts/brands/two.yaml"), format!("{BRAND}default: true\n")).expect("writable");
    run(&folder, &["build", "moving.yaml"]).exits(0);
    assert_eq!(files_in(&folder.join("out")), ["moving-two.pdf", "moving.pdf"]);
}

#[test]
fn an_old_output_is_replaced_whole() {
    let folder =
        folder_with("old", &[("moving.yaml", HANDOUT), ("out/moving.pdf", "an old file\n"), ("out/mine.txt", "mine")]);
    run(&folder, &["build", "moving.yaml"]).exits(0);
    assert!(is_pdf(&folder.join("out/moving.pdf")));
    assert_eq!(files_in(&folder.join("out")), ["mine.txt", "moving.pdf"]);
}

#[test]
fn with_one_mistake_nothing_at_all_is_written() {
    let bad = HANDOUT.replace("summary", "sumary");
    let folder =
        folder_with("one-bad", &[("good.yaml", HANDOUT), ("bad.yaml", &bad), ("out/good.pdf", "an old file\n")]);
    let run = run(&folder, &["build", "good.yaml", "bad.yaml"]).exits(1);
    assert!(run.told.ends_with("\n\n1 error; nothing was written\n"), "{}", run.told);
    assert_eq!(files_in(&folder.join("out")), ["good.pdf"]);
    assert_eq!(std::fs::read(folder.join("out/good.pdf")).expect("a file"), b"an old file\n");
}

// Messages and exit status.

#[test]
fn bad_yaml_is_told_word_for_word() {
    let folder = folder_with("bad", &[("bad.yaml", &HANDOUT.replace("summary:", "sumary:"))]);
    let run = run(&folder, &["build", "bad.yaml"]).exits(1);
    let expected = "\
error[H012]: unknown key `sumary`
 --> bad.yaml:4:1
  |
4 | sumary: Move a little and often.
  | ^^^^^^ a handout has no such part
  |
help: did you mean `summary`?

1 error; out/bad.pdf was not written
";
    assert_eq!(run.told, expected);
    assert!(!folder.join("out").exists());
}

#[test]
fn unknown_names_are_told_with_what_was_meant() {
    let folder = folder_with("unknown", &[]);
    let told = |arguments: &[&str]| run(&folder, arguments).exits(2).told;
    assert_eq!(
        told(&["build", "third-trimestre"]),
        "error: there is no handout `third-trimestre`; did you mean `third-trimester`?\n"
    );
    assert_eq!(
        told(&["build", "sleep"]),
        "error: there is no handout `sleep`; there are: after-birth, first-trimester, second-trimester, third-trimester, upper-back\n"
    );
    assert_eq!(told(&["build", "--brand", "junipr"]), "error: there is no brand `junipr`; did you mean `juniper`?\n");
    let format = told(&["build", "--format", "trifold"]);
    assert!(format.contains("invalid value 'trifold'") && format.contains("a4, letter"), "{format}");
    assert!(told(&["biuld"]).contains("build"));
    assert!(files_in(&folder).is_empty());
}

#[test]
fn files_that_cannot_be_read_or_written_are_told() {
    let folder = folder_with("files", &[("moving.yaml", HANDOUT), ("taken", "a file"), ("folder.yaml/x", "")]);
    let told = |arguments: &[&str]| run(&folder, arguments).exits(4).told;
    assert_eq!(
        told(&["build", "nowhere.yaml"]),
        "error: nowhere.yaml could not be read: there is no such file or folder\n"
    );
    assert_eq!(told(&["build", "folder.yaml"]), "error: folder.yaml could not be read: it is a folder\n");
    assert!(told(&["build", "moving.yaml", "-o", "taken"]).starts_with("error: taken could not be written: "));
    assert_eq!(
        told(&["build", "moving.yaml", "-o", "taken/deeper"]),
        "error: taken/deeper could not be written: a part of its path is a file, not a folder\n"
    );
    std::fs::write(folder.join("latin.yaml"), b"title: caf\xe9\n").expect("writable");
    assert_eq!(told(&["build", "latin.yaml"]), "error: latin.yaml could not be read: it is not UTF-8 text\n");
    assert_eq!(std::fs::read(folder.join("taken")).expect("a file"), b"a file");
    std::fs::create_dir_all(folder.join("out/moving.pdf")).expect("writable");
    assert!(told(&["build", "moving.yaml"]).starts_with("error: out/moving.pdf could not be written: "));
    assert_eq!(files_in(&folder.join("out")), ["moving.pdf"], "no temporary file is left");
}

#[test]
fn hostile_files_end_in_a_message() {
    let deep = format!("title: {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    let nested: String = (0..3000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (name, before) in ('b'..='j').zip('a'..) {
        let aliases = vec![format!("*{before}"); 10].join(", ");
        bomb.push_str(&format!("{name}: &{name} [{aliases}]\n"));
    }
    let folder = folder_with("hostile", &[("deep.yaml", &deep), ("nested.yaml", &nested), ("bomb.yaml", &bomb)]);
    std::fs::write(folder.join("large.yaml"), vec![b'a'; 50 << 20]).expect("writable");
    for (file, code) in [("deep.yaml", "H003"), ("nested.yaml", "H003"), ("bomb.yaml", "H004"), ("large.yaml", "H003")]
    {
        let run = run(&folder, &["build", file]).exits(1);
        assert!(run.told.contains(&format!("error[{code}]")) && run.told.len() < 100_000, "{file}: {}", run.told);
    }
    let large = vec![b'a'; 2 << 20];
    let run = run_with(&folder, &["build", "-"], &[], &large).exits(1);
    assert!(first_line(&run.told).contains("standard input is larger than 1 MB"), "{}", run.told);
    assert!(!folder.join("out").exists());
}

#[test]
fn a_bad_epoch_is_a_bad_command_line() {
    let folder = folder_with("epoch", &[("moving.yaml", HANDOUT)]);
    for value in ["", "yesterday", "-1", "1e9", "99999999999999999999"] {
        let run = run_with(&folder, &["build", "moving.yaml"], &[("SOURCE_DATE_EPOCH", value)], b"").exits(2);
        assert_eq!(run.told, "error: SOURCE_DATE_EPOCH must be a whole number of seconds since 1970\n");
    }
    assert!(!folder.join("out").exists());
    run_with(&folder, &["build", "moving.yaml"], &[("SOURCE_DATE_EPOCH", "0")], b"").exits(0);
}

#[test]
fn the_shipped_content_says_nothing_when_built() {
    let folder = folder_with("quiet", &[]);
    for brand in support::library::BRANDS {
        let run = run(&folder, &["build", "--brand", brand, "--format", "a4,letter"]).exits(0);
        let others: Vec<&str> =
            run.told.lines().filter(|line| !line.starts_with("wrote ") && !line.is_empty()).collect();
        assert!(others.is_empty(), "{brand}: {}", run.told);
    }
}

// The other commands.

#[test]
fn a_new_folder_works_at_once() {
    let folder = folder_with("new", &[]);
    let made = run(&folder, &["new", "clinic"]).exits(0);
    assert!(made.told.contains("handout build"), "{}", made.told);
    let clinic = folder.join("clinic");
    assert_eq!(files_in(&clinic), ["README.md", "handouts"]);
    assert_eq!(
        files_in(&clinic.join("handouts")),
        ["brands", "handout.schema.json", "sleep.yaml", "sources.schema.json", "sources.yaml"]
    );
    assert_eq!(files_in(&clinic.join("handouts/brands")), ["brand.schema.json", "clinic.yaml", "logo.svg"]);
    let built = run(&clinic, &["build", "sleep"]).exits(0);
    assert!(!built.told.contains("warning"), "{}", built.told);
    assert_eq!(files_in(&clinic.join("out")), ["sleep.pdf"]);
    let text = Reading::of(&std::fs::read(clinic.join("out/sleep.pdf")).expect("a leaflet")).text();
    assert!(text.contains("Sample: not for patients"), "a new brand is a sample until the clinic has filled it in");
    let all = run(&clinic, &["build"]).exits(0);
    assert_eq!(all.told.lines().filter(|line| line.starts_with("wrote ")).count(), 6, "{}", all.told);
}

#[test]
fn new_never_writes_into_a_folder_that_holds_something() {
    let folder = folder_with("new-taken", &[("full/mine.txt", "mine"), ("file", "a file")]);
    let full = run(&folder, &["new", "full"]).exits(2);
    assert!(full.told.contains("full already holds files"), "{}", full.told);
    assert_eq!(files_in(&folder.join("full")), ["mine.txt"]);
    run(&folder, &["new", "file"]).exits(4);
    std::fs::create_dir(folder.join("empty")).expect("writable");
    run(&folder, &["new", "empty"]).exits(0);
    run(&folder, &["new", "deep/er/still"]).exits(0);
    assert_eq!(files_in(&folder.join("deep/er/still")), ["README.md", "handouts"]);
}

#[test]
fn list_tells_what_there_is() {
    let bad = "title: x\n";
    let folder = folder_with(
        "list",
        &[("handouts/ours.yaml", HANDOUT), ("handouts/bad.yaml", bad), ("handouts/brands/hill.yaml", BRAND)],
    );
    let run = run(&folder, &["list"]).exits(0);
    let text = run.text();
    for wanted in [
        "third-trimester",
        "Back pain in the third trimester",
        "review by 2028-11-20, draft",
        "ours",
        "Keep moving",
        "hill",
        "Hill Clinic, en-GB, sample (used when none is asked for)",
        "riverside",
        "juniper",
        "letter",
        "Source Sans 3",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(text.lines().any(|line| line.contains("bad") && line.contains("has errors")), "{text}");
}

#[test]
fn shipped_schemas_are_the_programs_own() {
    let folder = folder_with("schema", &[]);
    for (kind, path) in [
        ("handout", "handouts/handout.schema.json"),
        ("sources", "handouts/sources.schema.json"),
        ("brand", "handouts/brands/brand.schema.json"),
        ("exercise", "handouts/exercises/exercise.schema.json"),
        ("picture", "handouts/pictures/picture.schema.json"),
        ("language", "handouts/languages/language.schema.json"),
    ] {
        let run = run(&folder, &["schema", kind]).exits(0);
        if support::golden::updating() {
            std::fs::write(project(path), run.text()).expect("writable");
        }
        let stored = std::fs::read_to_string(project(path)).unwrap_or_default();
        assert!(stored == run.text(), "{path} is not what `handout schema {kind}` prints; UPDATE_GOLDEN=1 writes it");
    }
}

#[test]
fn shipped_files_name_their_schema() {
    for folder in ["handouts", "handouts/brands"] {
        for name in files_in(&project(folder)).iter().filter(|name| name.ends_with(".yaml")) {
            let text = std::fs::read_to_string(project(folder).join(name)).expect("text");
            let schema = first_line(&text).strip_prefix("# yaml-language-server: $schema=");
            let schema = schema.unwrap_or_else(|| panic!("{folder}/{name} names no schema"));
            assert!(project(folder).join(schema).is_file(), "{folder}/{name} names {schema}");
        }
    }
}

#[test]
fn every_shipped_file_is_built_in() {
    let run = run(&folder_with("built-in", &[]), &["list"]).exits(0);
    for folder in ["handouts", "handouts/brands"] {
        let names = files_in(&project(folder));
        let stems = names.iter().filter_map(|name| name.strip_suffix(".yaml")).filter(|stem| *stem != "sources");
        for stem in stems {
            assert!(run.text().contains(stem), "{folder}/{stem}.yaml");
        }
    }
}

#[test]
fn completions_manual_and_help_are_there() {
    let folder = folder_with("help", &[]);
    for (shell, sign) in [("bash", "_handout()"), ("zsh", "#compdef handout"), ("fish", "complete -c handout")] {
        assert!(run(&folder, &["completions", shell]).exits(0).text().contains(sign), "{shell}");
    }
    let manual = run(&folder, &["man"]).exits(0);
    assert!(manual.text().contains(".TH handout 1") && manual.text().contains(".SH \"BUILD\""));
    let help = run(&folder, &["--help"]).exits(0);
    for command in ["build", "explain", "list", "new", "schema", "completions", "man", "Exit status"] {
        assert!(help.text().contains(command), "{command}");
        assert!(manual.text().to_lowercase().contains(&command.to_lowercase()), "{command}");
    }
    assert!(run(&folder, &["--version"]).exits(0).text().starts_with("handout "));
    assert!(run(&folder, &["build", "--help"]).exits(0).text().contains("--brand"));
    run(&folder, &[]).exits(2);
}

// Explaining.

#[test]
fn a_code_is_explained() {
    let folder = folder_with("explain", &[]);
    let page = run(&folder, &["explain", "h023"]).exits(0);
    assert!(page.told.is_empty(), "{}", page.told);
    let text = page.text();
    assert!(text.starts_with("H023: a treatment without an evidence label\n\nWhat it means:\n"), "{text}");
    for wanted in ["\nWhy it matters:\n", "\nCorrect:\n", "  treatments:\n    items:\n", "cannot be allowed.\n"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let list = run(&folder, &["explain"]).exits(0);
    for wanted in ["Brands\n  B001  an unknown locale\n", "\n  H001  a file that is not YAML\n", "\n  P001  "] {
        assert!(list.text().contains(wanted), "{wanted}: {}", list.text());
    }
    let near = run(&folder, &["explain", "H0232"]).exits(2);
    assert!(
        near.out.is_empty() && near.told.contains("there is no code `H0232`; did you mean `H023`"),
        "{}",
        near.told
    );
    let far = run(&folder, &["explain", "typo"]).exits(2);
    assert_eq!(far.told, "error: there is no code `typo`; `handout explain` lists them all\n");
}

// Drawing.

#[test]
fn a_drawing_is_written_as_svg_or_png() {
    let folder = folder_with("draw", &[]);
    run(&folder, &["draw", "cat-stretch", "-o", "cat.svg"]).exits(0);
    run(&folder, &["draw", "cat-stretch", "-o", "cat.png", "--width", "300", "--stage", "third-trimester"]).exits(0);
    let svg = std::fs::read_to_string(folder.join("cat.svg")).expect("an SVG");
    assert!(svg.starts_with("<svg") && svg.contains("<title>"), "{}", &svg[..200.min(svg.len())]);
    let png = std::fs::read(folder.join("cat.png")).expect("a PNG");
    assert!(png.starts_with(b"\x89PNG"));
    let stages =
        ["first-trimester", "third-trimester"].map(|stage| run(&folder, &["draw", "standing", "--stage", stage]));
    assert_ne!(stages[0].out, stages[1].out, "the belly follows the stage");
    let brands = ["riverside", "juniper"].map(|brand| run(&folder, &["draw", "standing", "--brand", brand]));
    assert_ne!(brands[0].out, brands[1].out, "the colours follow the brand");
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let folder = folder_with("draw-wrong", &[]);
    let unknown = run(&folder, &["draw", "cat-strech"]).exits(2);
    assert_eq!(unknown.told, "error: there is no exercise `cat-strech`; did you mean `cat-stretch`?\n");
    let ending = run(&folder, &["draw", "cat-stretch", "-o", "cat.gif"]).exits(2);
    assert_eq!(ending.told, "error: cat.gif must end in .svg or .png\n");
    assert!(files_in(&folder).is_empty());
}

#[test]
fn a_clinic_draws_or_brings_its_own_pictures() {
    let folder = folder_with("pictures", &[]);
    std::fs::create_dir_all(folder.join("handouts/exercises")).expect("a folder");
    let library =
        std::fs::read_to_string(support::library::project("handouts/exercises/wall-push-up.yaml")).expect("text");
    let start = library.find("picture:").expect("a picture");
    let end = library.find("\nbasis:").expect("what follows it");
    let with = |picture: &str| format!("{}{picture}{}", &library[..start], &library[end + 1..]);
    let file = folder.join("handouts/exercises/wall-push-up.yaml");
    let own = "picture:\n  alt: Our own photo of a wall push-up.\n  image: push.svg\n";
    std::fs::write(&file, with(own)).expect("writable");
    let missing = run(&folder, &["build", "upper-back"]).exits(1);
    assert!(missing.told.contains("error[H051]: the picture `push.svg` cannot be used"), "{}", missing.told);
    let svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'><path d='M0 0h40v30z' fill='#123456'/></svg>";
    std::fs::write(folder.join("handouts/exercises/push.svg"), svg).expect("writable");
    let handout = std::fs::read_to_string(support::library::project("handouts/upper-back.yaml")).expect("text");
    let handout = handout.replacen("  use:\n", "  use:\n    - wall-push-up\n", 1).replacen(
        "    - wall-push-up\n    - band",
        "    - band",
        1,
    );
    let handout = once(&handout, "    - wall-push-up\n");
    std::fs::write(folder.join("handouts/upper-back.yaml"), handout).expect("writable");
    run(&folder, &["build", "upper-back"]).exits(0);
    let pdf = std::fs::read(folder.join("out/upper-back.pdf")).expect("a leaflet");
    assert!(Reading::of(&pdf).tags().contains("Our own photo of a wall push-up."));
    let far = "picture:\n  alt: Too far.\n  props:\n    - { kind: wall, at: [300, 0] }\n  poses:\n    - hip: [0, 100]\n      near_leg: { sole: 0 }\n      far_leg: { sole: 6 }\n      near_arm: { on: wall, at: 143 }\n";
    std::fs::write(&file, with(far)).expect("writable");
    let unreachable = run(&folder, &["build", "upper-back"]).exits(1);
    assert!(unreachable.told.contains("the near hand cannot touch the wall"), "{}", unreachable.told);
}

/// The text with all but the first `line` taken out.
fn once(text: &str, line: &str) -> String {
    let Some(at) = text.find(line) else { return text.to_owned() };
    let (before, after) = text.split_at(at + line.len());
    format!("{before}{}", after.replace(line, ""))
}
