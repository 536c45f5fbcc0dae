//! What is wrong with what a handout says or with a brand, word for word, as the program tells it: each folder of
//! `tests/findings` holds a handout, a brand or both, and the message. `UPDATE_GOLDEN=1` writes the messages; read them
//! before they are committed.

mod support;

use std::path::{Path, PathBuf};

use support::golden::Texts;
use support::library::project;
use support::program::{files_in, folder, run};

/// A handout without mistakes, for folders that are about a brand.
const GOOD_HANDOUT: &str = concat!(
    "title: Keep moving\nlanguage: en\nstage: any\nsummary: Move a little and often.\n",
    include_str!("support/help-box.yaml"),
    "imprint: { version: \"1.0\", published: 2026-11-20, review: 2028-11-20, author: Jane Doe }\n",
);

fn examples() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(project("tests/findings")).expect("examples");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder").path()).collect();
    folders.sort();
    folders
}

/// What the program says of an example, with its exit status before that.
fn told(example: &Path) -> String {
    let place = folder(&format!("findings/{}", example.file_name().expect("a name").to_string_lossy()));
    for name in files_in(example).iter().filter(|name| *name != "expected.txt") {
        std::fs::copy(example.join(name), place.join(name)).expect("copied");
    }
    if !place.join("handout.yaml").exists() {
        std::fs::write(place.join("handout.yaml"), GOOD_HANDOUT).expect("writable");
    }
    let mut arguments = vec!["build", "handout.yaml"];
    if place.join("brand.yaml").exists() {
        arguments.extend(["--brand", "brand.yaml"]);
    }
    let run = run(&place, &arguments);
    assert_eq!(run.code == 1, files_in(&place.join("out")).is_empty(), "written with errors: {}", run.told);
    // How large a good leaflet is does not belong here, nor what `handout check` would advise.
    let other = ["wrote ", "`handout check` has "];
    let lines = run.told.lines().filter(|line| !other.iter().any(|start| line.starts_with(start)));
    format!("exit {}\n{}\n", run.code, lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn mistakes_give_the_expected_messages() {
    // H030 cannot come up through a file: a day that is none is told as H014 before.
    const CODES: &str = "H020 H021 H022 H023 H024 H025 H026 H027 H028 H031 H032 B001 B002 B003 B004 B005 B006 H049";
    let mut texts = Texts::default();
    let mut all = String::new();
    for example in examples() {
        let told = told(&example);
        texts.compare(&example.join("expected.txt"), &told);
        all.push_str(&told);
    }
    texts.finish();
    let missing: Vec<&str> = CODES.split(' ').filter(|code| !all.contains(&format!("[{code}]"))).collect();
    assert!(missing.is_empty(), "{missing:?} have no example");
}
