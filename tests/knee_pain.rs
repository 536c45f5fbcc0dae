//! A second topic, made of files alone: `tests/knee-pain` is a clinic's folder with a topic of its own. Its handouts are
//! checked and built, and personal sheets and a batch are made of them.

mod support;

use std::path::{Path, PathBuf};

use support::library::project;
use support::program::{folder, run};
use support::reading::Reading;

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("writable");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("writable");
        }
    }
}

/// The clinic's folder, copied for one test.
fn clinic(name: &str) -> PathBuf {
    let folder = folder(name);
    copy(&project("tests/knee-pain"), &folder);
    folder
}

fn printed(path: &Path) -> String {
    Reading::of(&std::fs::read(path).expect("a PDF")).text()
}

#[test]
fn handouts_of_another_topic_are_built_from_files_alone() {
    let folder = clinic("knee-build");
    run(&folder, &["build", "knee-first-weeks", "knee-later", "-o", "out"]).exits(0);
    let text = printed(&folder.join("out/knee-first-weeks.pdf"));
    for words in
        ["Why your knee hurts", "Exercises for your knee", "Call the GP line today", "chest pain", "Knee press"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    for words in ["pregnan", "baby", "birth", "midwife", "maternity", "back hurts"] {
        assert!(!text.to_lowercase().contains(words), "{words}: {text}");
    }
}

#[test]
fn a_sheet_of_stages_without_a_clock_needs_no_week() {
    let folder = clinic("knee-sheet");
    let told = run(&folder, &["sheet", "knee-later", "--patient", "Ann Example", "-o", "out"]).exits(0).told;
    assert!(!told.contains("S017"), "{told}");
    let refused = run(&folder, &["sheet", "knee-later", "--week", "30", "-o", "week"]).exits(1).told;
    assert!(refused.contains("S010") && refused.contains("Knee pain in adults"), "{refused}");
    let other = ["sheet", "knee-first-weeks", "--exercise", "chair-rise", "-o", "other"];
    let refused = run(&folder, &other).exits(1).told;
    assert!(refused.contains("S002") && refused.contains("knee-press"), "{refused}");
}

#[test]
fn a_batch_mixes_topics() {
    let folder = clinic("knee-batch");
    let rows = "id,handout,week\nv1,knee-later,\nv2,third-trimester,30\n";
    std::fs::write(folder.join("rows.csv"), rows).expect("writable");
    run(&folder, &["batch", "--rows", "rows.csv", "-o", "out"]).exits(0);
    assert!(printed(&folder.join("out/v2.pdf")).contains("baby"));
    assert!(!printed(&folder.join("out/v1.pdf")).contains("baby"));
}

#[test]
fn a_stage_of_another_topic_is_refused() {
    let folder = clinic("knee-stage");
    let path = folder.join("handouts/knee-later.yaml");
    let text = std::fs::read_to_string(&path).expect("a handout");
    std::fs::write(&path, text.replace("stage: later", "stage: latter")).expect("writable");
    let told = run(&folder, &["check", "knee-later"]).exits(1);
    assert!(told.text().contains("did you mean `later`?"), "{}", told.text());
    std::fs::write(&path, text.replace("topic: knee-pain", "topic: knee-pian")).expect("writable");
    let told = run(&folder, &["check", "knee-later"]).exits(1);
    assert!(told.text().contains("did you mean `knee-pain`?"), "{}", told.text());
}
