//! Who approves, and what a mark and an "Approved by" then say: roles, the clinic's own choice of them, reading copies,
//! personal sheets.

mod support;

use std::path::{Path, PathBuf};

use handout::diag::Source;
use handout::model::handout::Handout;
use handout::model::load;
use support::library::{self, project};
use support::program::{Run, files_in, folder, run};
use support::reading::Reading;
use support::texts::{self, Filler};

/// A clinic's folder, from the files of `tests/rules/base`.
fn clinic(name: &str) -> PathBuf {
    let folder = folder(&format!("approval/{name}"));
    for (from, to) in [
        ("handout.yaml", "handouts/leaflet.yaml"),
        ("knee-rolls.yaml", "handouts/exercises/knee-rolls.yaml"),
        ("brand.yaml", "handouts/brands/millbrook.yaml"),
        ("sources.yaml", "handouts/sources.yaml"),
    ] {
        let to = folder.join(to);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("writable");
        std::fs::copy(project("tests/rules/base").join(from), to).expect("copied");
    }
    folder
}

fn approve(folder: &Path, name: &str, role: &str) -> Run {
    run(folder, &["approve", "leaflet", "--name", name, "--role", role])
}

/// Approves what leaflets print of their topic.
fn approve_topic(folder: &Path, name: &str, role: &str) -> Run {
    run(folder, &["approve", "--topic", "back-pain-in-pregnancy", "--name", name, "--role", role])
}

/// The three who usually must.
const ALL: [(&str, &str); 3] =
    [("Ann Example", "midwife"), ("Bea Sample", "obstetric physiotherapist"), ("Cleo Test", "obstetrician")];

/// The text of a PDF in the folder's `out`.
fn text(folder: &Path, file: &str) -> String {
    Reading::of(&std::fs::read(folder.join("out").join(file)).expect("a PDF")).text()
}

fn leaflet(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("handouts/leaflet.yaml")).expect("a leaflet")
}

#[test]
fn a_role_is_one_of_the_list() {
    let folder = clinic("roles");
    let before = leaflet(&folder);
    for (role, hint) in [
        ("Senior midwife", "did you mean `midwife`?"),
        ("midwive", "did you mean `midwife`?"),
        ("physiotherapist", "did you mean `obstetric-physiotherapist`?"),
        ("non-obstetrician", "did you mean `obstetrician`?"),
        ("midwifery student", "the roles are midwife, obstetric-physiotherapist, obstetrician,"),
        ("plumber", "is not a role that can approve; the roles are midwife,"),
    ] {
        let told = approve(&folder, "Ann", role).exits(2).told;
        assert!(told.contains(hint), "{role}: {told}");
    }
    assert_eq!(leaflet(&folder), before);
    assert!(!folder.join("handouts/approved").exists());
    approve(&folder, "Ann", "Obstetric Physical Therapist").exits(0);
    assert!(leaflet(&folder).contains("role: \"obstetric-physiotherapist\", date: 2026-11-20, hash: \"v2:"));
}

#[test]
fn one_person_signs_one_role() {
    let folder = clinic("one-role");
    approve(&folder, "Ann Example", "midwife").exits(0);
    let once = leaflet(&folder);
    let told = approve(&folder, "ann  EXAMPLE", "obstetrician").exits(2).told;
    assert!(told.contains("ann EXAMPLE has approved leaflet as a midwife; one person signs one role"), "{told}");
    let told = approve(&folder, "Ann Example", "midwife").exits(0).told;
    assert!(told.contains("has approved exactly this text of leaflet before"), "{told}");
    assert_eq!(leaflet(&folder), once, "nothing is written twice");
    // Written by hand, the second role does not count, and is told.
    let line = once.lines().find(|line| line.contains("Ann Example")).expect("an approval");
    let both = once.replace(line, &format!("{line}\n{}", line.replace("\"midwife\"", "obstetrician")));
    std::fs::write(folder.join("handouts/leaflet.yaml"), both).expect("writable");
    let checked = run(&folder, &["check", "leaflet"]).exits(0);
    assert!(
        checked.text().contains("warning[H308]: Ann Example approves this text in two roles"),
        "{}",
        checked.text()
    );
    assert!(checked.text().contains("an obstetric physiotherapist and an obstetrician must approve it"));
}

#[test]
fn the_clinic_says_who_must_approve() {
    let folder = clinic("policy");
    let brand = folder.join("handouts/brands/millbrook.yaml");
    let plain = std::fs::read_to_string(&brand).expect("a brand");
    let told = approve(&folder, "Ann", "midwife").exits(0).told;
    assert!(told.contains("still to approve leaflet: an obstetric physiotherapist, an obstetrician"), "{told}");
    std::fs::write(&brand, format!("{plain}approval: [midwife, pharmacist]\n")).expect("writable");
    let told = run(&folder, &["check", "leaflet"]).exits(0).text().to_owned();
    assert!(told.contains("this leaflet is a draft: a pharmacist must approve it"), "{told}");
    // The clinic's own file goes before the brand.
    let policy = folder.join("handouts/approval.yaml");
    std::fs::write(&policy, "approval: [midwife]\n").expect("writable");
    let told = run(&folder, &["check", "leaflet"]).exits(0).text().to_owned();
    assert!(told.contains("a midwife must approve the texts that it prints of its topic"), "{told}");
    approve_topic(&folder, "Ann", "midwife").exits(0);
    assert!(!run(&folder, &["check", "leaflet"]).exits(0).text().contains("H303"));
    run(&folder, &["check", "handouts/approval.yaml"]).exits(0);
    run(&folder, &["build", "leaflet"]).exits(0);
    let built = text(&folder, "leaflet.pdf");
    assert!(!built.contains("Draft") && built.contains("Approved by Ann (midwife)."), "{built}");
    assert!(run(&folder, &["list"]).exits(0).text().contains("approved)"));
    assert!(!run(&folder, &["list"]).exits(0).text().contains("approval "), "it is no handout");
    let told = approve(&folder, "Bea", "pharmacist").exits(0).told;
    assert!(told.contains("note: this role is printed, but it is none of those that this clinic asks for"), "{told}");
    // Mistakes in it are told by whatever reads it.
    for (wrong, message) in [
        ("approval: []\n", "error[H015]: `approval` has too few entries"),
        ("approval: [midwive]\n", "did you mean `midwife`?"),
        ("roles: [midwife]\n", "error[H012]: unknown key `roles`"),
    ] {
        std::fs::write(&policy, wrong).expect("writable");
        let told = run(&folder, &["build", "leaflet"]).exits(1).told;
        assert!(told.contains(message), "{told}");
        assert!(run(&folder, &["check", "leaflet"]).exits(1).text().contains(message));
    }
}

/// A leaflet that was approved by a program of before had another hash, which left texts out.
#[test]
fn an_approval_of_an_older_version_has_lapsed() {
    let folder = clinic("older");
    approve(&folder, "Ann", "midwife").exits(0);
    let older = leaflet(&folder).replace("v2:", "");
    std::fs::write(folder.join("handouts/leaflet.yaml"), older).expect("writable");
    let checked = run(&folder, &["check", "leaflet"]).exits(0);
    assert!(checked.text().contains("warning[H304]: the approval of Ann (midwife) has lapsed"), "{}", checked.text());
    assert!(checked.text().contains("an earlier version of this program recorded it"), "{}", checked.text());
}

#[test]
fn the_kept_text_has_the_hash_that_is_recorded() {
    let folder = clinic("kept");
    approve(&folder, "Ann", "midwife").exits(0);
    let kept = files_in(&folder.join("handouts/approved"));
    let [file] = kept.as_slice() else { panic!("{kept:?}") };
    let bytes = std::fs::read(folder.join("handouts/approved").join(file)).expect("a text");
    let digest = handout::model::approval::digest(&bytes);
    assert!(leaflet(&folder).contains(&format!("hash: \"v2:{digest}\"")));
    assert_eq!(*file, format!("leaflet-{}.txt", &digest[..12]));
}

/// The code on a reading copy, from what the program says.
fn code(told: &str) -> String {
    told.split("--copy ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a code").to_owned()
}

#[test]
fn a_reading_copy_shows_all_that_is_approved() {
    let folder = clinic("copy");
    let told = run(&folder, &["build", "--reading-copy"]).exits(0).told;
    assert!(told.contains("wrote out/reading-copy.pdf"), "{told}");
    let code = code(&told);
    let copy = Reading::of(&std::fs::read(folder.join("out/reading-copy.pdf")).expect("a copy"));
    let all: String = copy.blocks().iter().map(|block| block.text() + "\n").collect();
    assert!(all.contains(&code), "{code}");
    assert!(copy.furniture.iter().all(|foot| foot.contains("Reading copy for clinicians: not for patients")));
    let brand = library::branding("tests/rules/base/brand.yaml").brand;
    // Every text of every handout and exercise, those of the library with those of the clinic.
    for name in ["third-trimester", "first-trimester", "after-birth"] {
        let yaml = std::fs::read_to_string(project(&format!("handouts/{name}.yaml"))).expect("a leaflet");
        let loaded = load::<Handout>(&Source::new(name, yaml.as_str())).expect("a good leaflet").value;
        let filler = Filler::new(&loaded, &brand);
        let strings = texts::strings(&yaml);
        let printed: Vec<String> = strings.iter().flat_map(|text| filler.printed(text)).collect();
        let lost: Vec<&String> = printed.iter().filter(|text| !all.contains(text.as_str())).collect();
        assert!(lost.is_empty(), "{name}: {lost:#?}");
    }
    for expected in [
        "Texts of the topic",
        "Safety: full: Stop and get help",
        "Safety: stop: Stop and get help",
        "evidence: recommended",
        "sources: R",
        "dose: sets: ",
        "Sources",
    ] {
        assert!(all.contains(expected), "{expected}");
    }
    assert!(all.contains("No text of this leaflet has been approved before."));
    assert!(all.contains("No text of this topic has been approved before."));
}

#[test]
fn all_of_a_copy_is_approved_together_or_not_at_all() {
    let folder = clinic("all");
    let code = code(&run(&folder, &["build", "--reading-copy"]).exits(0).told);
    let all = |copy: &[&str], (name, role): (&str, &str)| {
        run(&folder, &[&["approve", "--all", "--name", name, "--role", role], copy].concat())
    };
    let told = all(&["--copy", "0000-0000-0000"], ALL[0]).exits(2).told;
    assert!(told.contains("a text has changed since the reading copy") && told.contains(&code), "{told}");
    assert!(!folder.join("handouts/approved").exists());
    for person in ALL {
        all(&["--copy", &code], person).exits(0);
    }
    // The library's leaflets are the clinic's own from then on, with the approvals in them.
    let own = files_in(&folder.join("handouts"));
    assert!(own.contains(&"third-trimester.yaml".to_owned()) && own.contains(&"upper-back.yaml".to_owned()), "{own:?}");
    let checked = run(&folder, &["check"]).exits(0);
    assert!(!checked.text().contains("H303") && !checked.text().contains("H304"), "{}", checked.text());
    // A text changes: the copy that was read is not what would be approved, and the next one tells what is new.
    let changed = leaflet(&folder).replacen("Keep moving, and learn", "Keep still, and learn", 1);
    std::fs::write(folder.join("handouts/leaflet.yaml"), changed).expect("writable");
    all(&["--copy", &code], ("Dee Other", "midwife")).exits(2);
    let told = all(&[], ("Dee Other", "midwife")).exits(0).told;
    assert!(told.contains("note: without `--copy`"), "{told}");
    run(&folder, &["build", "--reading-copy"]).exits(0);
    std::fs::write(folder.join("handouts/leaflet.yaml"), leaflet(&folder).replacen("Keep still", "Sit still", 1))
        .expect("writable");
    run(&folder, &["build", "--reading-copy"]).exits(0);
    let copy = text(&folder, "reading-copy.pdf");
    assert!(copy.contains("What has changed since it was last approved:"), "{copy}");
    assert!(copy.contains("gone: summary: Keep still") && copy.contains("new: summary: Sit still"), "{copy}");
}

#[test]
fn a_sheet_is_marked_as_long_as_something_on_it_is_not_approved() {
    let folder = clinic("sheet");
    let sheet = |more: &[&str]| {
        let arguments = [&["sheet", "leaflet", "--week", "30", "--id", "v1"], more].concat();
        run(&folder, &arguments).exits(0);
        text(&folder, "v1.pdf")
    };
    assert!(sheet(&["--exercise", "knee-rolls"]).contains("Draft: not yet approved by a clinician"));
    for (name, role) in ALL {
        approve(&folder, name, role).exits(0);
    }
    assert!(sheet(&["--exercise", "knee-rolls"]).contains("Draft"), "the topic's texts are not approved yet");
    for (name, role) in ALL {
        approve_topic(&folder, name, role).exits(0);
    }
    // Her exercises and doses are her clinician's act: they bring no mark back.
    let own = sheet(&["--exercise", "knee-rolls:2x6", "--clinician", "Jo Given", "--note", "Twice a day."]);
    assert!(!own.contains("Draft"), "{own}");
    assert!(
        own.contains("Approved by Ann Example (midwife), Bea Sample (obstetric physiotherapist), Cleo Test"),
        "{own}"
    );
    assert!(own.contains("Jo Given") && own.contains("were chosen for you: see “Given by”."), "{own}");
    // One that the approved leaflet does not have was read by nobody who approved it.
    let more = sheet(&["--exercise", "knee-rolls", "--exercise", "cat-stretch"]);
    assert!(more.contains("Draft: not all of this is approved"), "{more}");
    assert!(more.contains("This does not cover: Cat stretch."), "{more}");
}

/// What is printed of a topic is approved once for all leaflets; one changed sign line takes the approval away from all.
#[test]
fn the_texts_of_a_topic_are_approved_once() {
    let folder = clinic("topic");
    std::fs::write(folder.join("handouts/approval.yaml"), "approval: [midwife]\n").expect("writable");
    let told = approve(&folder, "Ann", "midwife").exits(0).told;
    assert!(told.contains("still to approve the texts that it prints of its topic (`--topic`): a midwife"), "{told}");
    let told = approve_topic(&folder, "Bea", "midwife").exits(0).told;
    assert!(told.contains("recorded that Bea (midwife) has approved the topic's texts in `en`"), "{told}");
    assert!(told.contains("every role that must approve the topic's texts in `en` has approved it"), "{told}");
    let file = folder.join("handouts/topics/back-pain-in-pregnancy/approval.yaml");
    let once = std::fs::read_to_string(&file).expect("approvals");
    assert!(once.contains("en:\n  - { name: \"Bea\", role: \"midwife\", date: "), "{once}");
    let told = approve_topic(&folder, "Bea", "midwife").exits(0).told;
    assert!(told.contains("has approved exactly this text of the topic's texts in `en` before"), "{told}");
    let told = approve_topic(&folder, "Bea", "obstetrician").exits(2).told;
    assert!(told.contains("one person signs one role"), "{told}");
    assert_eq!(std::fs::read_to_string(&file).expect("approvals"), once, "nothing is written twice");
    run(&folder, &["build", "leaflet"]).exits(0);
    assert!(!text(&folder, "leaflet.pdf").contains("Draft"));
    // The clinic changes one line of the safety texts.
    let own = std::fs::read_to_string(project("handouts/topics/back-pain-in-pregnancy/en/safety.yaml")).expect("text");
    std::fs::create_dir_all(folder.join("handouts/topics/back-pain-in-pregnancy/en")).expect("writable");
    let changed = own.replacen("A bad headache", "A headache", 1);
    std::fs::write(folder.join("handouts/topics/back-pain-in-pregnancy/en/safety.yaml"), changed).expect("writable");
    run(&folder, &["build", "leaflet"]).exits(0);
    assert!(text(&folder, "leaflet.pdf").contains("Draft"));
    let told = run(&folder, &["check", "leaflet"]).exits(0).text().to_owned();
    assert!(told.contains("a midwife must approve the texts that it prints of its topic"), "{told}");
    assert!(told.contains("new: topic safety, full, items, text: A headache"), "{told}");
    for wrong in [["--topic", "knees", "--language", "en"], ["--topic", "back-pain-in-pregnancy", "--language", "fi"]] {
        run(&folder, &[&["approve", "--name", "Cleo", "--role", "midwife"], &wrong[..]].concat()).exits(2);
    }
}
