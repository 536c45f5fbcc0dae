//! `handout check` and `handout approve` as people, editors and CI run them.

mod support;

use std::path::{Path, PathBuf};

use handout::model::handout::Stage;
use handout::topic::safety::{Length, SafetyList};
use serde_json::Value;
use support::library::{self, STILL_CHOPPY, project};
use support::program::{files_in, folder, run, run_with};

const TODAY: [&str; 2] = ["--today", "2026-12-01"];

/// A clinic's folder, from the files of `tests/rules/base`.
fn clinic(name: &str) -> PathBuf {
    let folder = folder(&format!("check/{name}"));
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

/// Changes the clinic's leaflet.
fn change(folder: &Path, from: &str, to: &str) {
    let path = folder.join("handouts/leaflet.yaml");
    let text = std::fs::read_to_string(&path).expect("a leaflet");
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replacen(from, to, 1)).expect("writable");
}

fn with_today<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &TODAY].concat()
}

#[test]
fn checking_tells_all_and_writes_nothing() {
    let folder = clinic("plain");
    let run = run(&folder, &with_today(&["check", "leaflet"])).exits(0);
    assert!(run.text().contains("warning[H303]") && run.text().ends_with("1 warning\n"), "{}", run.text());
    assert!(run.told.is_empty(), "findings are data: {}", run.told);
    assert_eq!(files_in(&folder), ["handouts"]);
    change(&folder, "Rest before the pain builds.", "Rest. {{nobody}}");
    let run = support::program::run(&folder, &with_today(&["check", "leaflet"])).exits(1);
    assert!(run.text().contains("error[H021]") && run.text().contains("handouts/leaflet.yaml:"), "{}", run.text());
    support::program::run(&folder, &["check", "leaflt"]).exits(2);
    support::program::run(&folder, &["check", "gone.yaml"]).exits(4);
}

#[test]
fn everything_is_checked_when_nothing_is_named() {
    let folder = clinic("everything");
    std::fs::write(folder.join("handouts/brands/other.yaml"), "name: Other\n").expect("writable");
    let exercise = std::fs::read_to_string(folder.join("handouts/exercises/knee-rolls.yaml")).expect("text");
    let wrong = exercise.replace("stop_if:", "instead: nothing-of-the-kind\nstop_if:");
    std::fs::write(folder.join("handouts/exercises/unused.yaml"), wrong).expect("writable");
    let sources = "R1: { title: One, year: 2020 }\nC2: { title: Two, year: 2020 }\n";
    std::fs::write(folder.join("handouts/sources.yaml"), sources).expect("writable");
    let run = run(&folder, &with_today(&["check", "--brand", "millbrook"])).exits(1);
    for expected in ["brands/other.yaml", "exercises/unused.yaml", "error[H044]", "H306", "the source `C2`"] {
        assert!(run.text().contains(expected), "{expected} in {}", run.text());
    }
    assert!(!run.text().contains("the source `R1`"));
}

#[test]
fn the_clinics_own_topics_are_checked_too() {
    let folder = clinic("topics");
    let pack = "handouts/topics/back-pain-in-pregnancy/en/help.yaml";
    let own = |path: &str, text: &str| {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        std::fs::write(path, text).expect("writable");
    };
    own("handouts/topics/knee-pain/topic.yaml", "title: Knee pain\n");
    let found = run(&folder, &with_today(&["check", "--brand", "millbrook"])).exits(1);
    assert!(found.text().contains("handouts/topics/knee-pain/topic.yaml:"), "{}", found.text());
    std::fs::remove_dir_all(folder.join("handouts/topics/knee-pain")).expect("removed");
    // A standard box that has lost a sign is no box for anybody.
    let text = std::fs::read_to_string(project(pack)).expect("the library's");
    own(pack, &text.replacen("You lose feeling or strength in one or both legs", "You feel well", 1));
    for arguments in [["check", "leaflet"], ["build", "leaflet"]] {
        let found = run(&folder, &with_today(&arguments)).exits(1);
        let told = format!("{}{}", found.text(), found.told);
        assert!(told.contains("error[T031]: no line under `emergency` says: weak or numb legs"), "{told}");
    }
    own(pack, &text);
    run(&folder, &with_today(&["check", "leaflet"])).exits(0);
}

#[test]
fn strict_makes_warnings_errors() {
    let folder = clinic("strict");
    let run = run(&folder, &with_today(&["check", "leaflet", "--strict"])).exits(1);
    assert!(run.text().contains("error[H303]") && run.text().ends_with("1 error\n"), "{}", run.text());
}

#[test]
fn findings_are_json_for_scripts() {
    let folder = clinic("json");
    change(&folder, "Rest before the pain builds.", "Rest {{nobody}}");
    let run = run(&folder, &with_today(&["check", "leaflet", "--output-format", "json"])).exits(1);
    let document: Value = serde_json::from_str(run.text()).expect("JSON");
    let findings = document["findings"].as_array().expect("a list");
    let finding = findings.iter().find(|finding| finding["code"] == "H021").expect("the placeholder");
    assert_eq!((&finding["severity"], &finding["file"]), (&"error".into(), &"handouts/leaflet.yaml".into()));
    let text = std::fs::read_to_string(folder.join("handouts/leaflet.yaml")).expect("text");
    let line = text.lines().position(|line| line.contains("nobody")).expect("a line") + 1;
    let column = text.lines().nth(line - 1).expect("a line").find("{{").expect("braces") + 1;
    assert_eq!((&finding["line"], &finding["column"]), (&line.into(), &column.into()));
    let path = finding["path"].as_str().expect("a path");
    assert!(path.starts_with('/') && path.split('/').all(|step| !step.contains(' ')), "{path}");
    assert_eq!(finding["mends"], serde_json::json!([]), "no value has such a name");
    assert_eq!(document["summary"]["errors"], 1);
    assert_eq!(document["summary"]["warnings"], 1);
}

#[test]
fn corrections_are_data_for_editors() {
    let folder = clinic("mends");
    change(&folder, "title:", "titel:");
    let run = |format| run(&folder, &with_today(&["check", "leaflet", "--output-format", format])).exits(1);
    let text = std::fs::read_to_string(folder.join("handouts/leaflet.yaml")).expect("text");
    let start = text.find("titel").expect("the key");
    let told: Value = serde_json::from_str(run("json").text()).expect("JSON");
    let finding = &told["findings"][0];
    assert_eq!((&finding["code"], &finding["path"]), (&"H012".into(), &"/titel".into()));
    assert_eq!(finding["mends"], serde_json::json!([{ "start": start, "end": start + 5, "text": "title" }]));
    let told: Value = serde_json::from_str(run("sarif").text()).expect("JSON");
    let result = &told["runs"][0]["results"][0];
    assert_eq!(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "/titel");
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "handouts/leaflet.yaml");
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "title");
    let region = &change["replacements"][0]["deletedRegion"];
    assert_eq!((&region["startColumn"], &region["endColumn"]), (&1.into(), &6.into()));
}

#[test]
fn findings_are_sarif_for_code_hosts() {
    let folder = clinic("sarif");
    change(&folder, "title:", "allow:\n  - { code: H302, because: the board meets in spring }\ntitle:");
    change(&folder, "review: 2028-11-20", "review: 2027-01-10");
    let run = run(&folder, &with_today(&["check", "leaflet", "--output-format", "sarif"])).exits(0);
    let document: Value = serde_json::from_str(run.text()).expect("JSON");
    assert_eq!(document["version"], "2.1.0");
    let driver = &document["runs"][0]["tool"]["driver"];
    let results = document["runs"][0]["results"].as_array().expect("results");
    assert_eq!(driver["rules"].as_array().map(Vec::len), Some(2), "each code once");
    let due = results.iter().find(|result| result["ruleId"] == "H302").expect("the allowed finding");
    assert_eq!(due["suppressions"][0]["justification"], "the board meets in spring");
    let place = &due["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "handouts/leaflet.yaml");
    for result in results {
        let rule = &driver["rules"][result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
}

#[test]
fn an_allowed_finding_is_shown_with_its_reason_and_does_not_count() {
    let folder = clinic("allow");
    change(&folder, "title:", "allow:\n  - { code: H302, because: the board meets in spring }\ntitle:");
    change(&folder, "review: 2028-11-20", "review: 2027-01-10");
    let run = run(&folder, &with_today(&["check", "leaflet", "--strict"])).exits(1);
    assert!(run.text().contains("allowed[H302]"), "{}", run.text());
    assert!(run.text().contains("allowed because the board meets in spring"), "{}", run.text());
    assert!(run.text().ends_with("1 error, 1 allowed\n"), "{}", run.text());
}

#[test]
fn an_editor_checks_what_is_not_saved_yet() {
    let folder = clinic("editor");
    let check = |name: &str, text: &str| {
        let arguments = with_today(&["check", "-", "--stdin-filename", name]);
        run_with(&folder, &arguments, &[], text.as_bytes())
    };
    let handout = std::fs::read_to_string(folder.join("handouts/leaflet.yaml")).expect("text");
    assert!(check("handouts/leaflet.yaml", &handout).exits(0).text().contains("handouts/leaflet.yaml"));
    let brand = check("handouts/brands/own.yaml", "name: Own\n").exits(1);
    assert!(brand.text().contains("a brand needs them"), "{}", brand.text());
    let exercise = check("handouts/exercises/own.yaml", "name: Own\n").exits(1);
    assert!(exercise.text().contains("an exercise needs"), "{}", exercise.text());
}

#[test]
fn a_review_that_has_passed_is_an_error_to_check_and_a_mark_to_build() {
    let folder = clinic("overdue");
    let late = ["--today", "2029-01-01"];
    let checked = run(&folder, &[&["check", "leaflet"][..], &late].concat()).exits(1);
    assert!(checked.text().contains("error[H301]"), "{}", checked.text());
    let built = run(&folder, &[&["build", "leaflet"][..], &late].concat()).exits(0);
    assert!(built.told.contains("warning[H301]"), "{}", built.told);
    let text = |folder: &Path| {
        let pdf = std::fs::read(folder.join("out/leaflet.pdf")).expect("a leaflet");
        support::reading::Reading::of(&pdf).text()
    };
    assert!(text(&folder).contains("Past its review date"));
    run(&folder, &with_today(&["build", "leaflet"])).exits(0);
    assert!(!text(&folder).contains("Past its review date"));
    // The clock of reproducible builds counts, too.
    let built = run_with(&folder, &["build", "leaflet"], &[("SOURCE_DATE_EPOCH", "1900000000")], b"").exits(0);
    assert!(built.told.contains("today is 2030-03-17"), "{}", built.told);
}

/// The library's leaflets age on the clinic's disk; that must not stop a clinic that has done nothing wrong.
#[test]
fn the_library_past_its_review_is_a_warning_and_a_mark() {
    let folder = folder("check/old-library");
    let late = ["--today", "2031-03-01"];
    let checked = run(&folder, &[&["check"][..], &late].concat()).exits(0);
    assert_eq!(checked.text().matches("warning[H301]").count(), 5, "{}", checked.text());
    assert!(checked.text().contains("look for a newer version of this program"), "{}", checked.text());
    let built = run(&folder, &[&["build", "upper-back"][..], &late].concat()).exits(0);
    assert!(built.told.contains("warning[H301]"), "{}", built.told);
    let reading = support::reading::Reading::of(&std::fs::read(folder.join("out/upper-back.pdf")).expect("a leaflet"));
    let marked = |foot: &String| foot.contains("Past its review date");
    assert!(reading.furniture.iter().all(marked), "the mark is on every page");
    // What the clinic has made its own is the clinic's to review, even where it is called like the library's.
    std::fs::create_dir_all(folder.join("handouts")).expect("writable");
    for own in ["handouts/upper-back.yaml", "(built in) upper-back.yaml"] {
        std::fs::copy(project("handouts/upper-back.yaml"), folder.join(own)).expect("copied");
        let checked = run(&folder, &[&["check", own][..], &late].concat()).exits(1);
        assert!(checked.text().contains("error[H301]"), "{own}: {}", checked.text());
    }
}

/// In a language whose signs the program does not know, nothing but this warning says that they were not checked.
#[test]
fn what_guards_safety_is_told_by_whatever_makes_something() {
    let folder = folder("check/told");
    let [handout, brand] = ["arabic.yaml", "brand.yaml"].map(|name| {
        std::fs::copy(project("tests/arabic").join(name), folder.join(name)).expect("copied");
        name
    });
    std::fs::write(folder.join("rows.csv"), "id,week\nv1,30\nv2,31\n").expect("writable");
    for arguments in [
        ["build", handout, "-o", "out"],
        ["build", handout, "-o", "-"],
        ["sheet", handout, "-o", "out"],
        ["sheet", handout, "-o", "-"],
        ["batch", handout, "--rows", "rows.csv"],
    ] {
        let told = run(&folder, &[&arguments[..], &["--brand", brand]].concat()).exits(0).told;
        assert_eq!(told.matches("warning[H209]").count(), 1, "{arguments:?}: {told}");
    }
    // Advice is counted, and left to `handout check`.
    let told = run(&folder, &["build", handout, "--brand", brand]).told;
    assert!(!told.contains("[H303]") && !told.contains("[H1"), "{told}");
}

#[test]
fn a_draft_is_built_in_spite_of_errors_and_says_so() {
    let folder = clinic("draft");
    change(&folder, "evidence: recommended", "priority: normal");
    run(&folder, &with_today(&["build", "leaflet"])).exits(1);
    assert!(files_in(&folder.join("out")).is_empty());
    let built = run(&folder, &with_today(&["build", "leaflet", "--draft"])).exits(0);
    assert!(built.told.contains("error[H023]"), "{}", built.told);
    let pdf = std::fs::read(folder.join("out/leaflet.pdf")).expect("a leaflet");
    assert!(support::reading::Reading::of(&pdf).text().contains("DRAFT with errors: do not give to patients"));
    // What cannot be laid out at all is no draft either.
    change(&folder, "use: [knee-rolls]", "use: [knee-rols]");
    run(&folder, &with_today(&["build", "leaflet", "--draft"])).exits(1);
}

#[test]
fn an_approval_holds_for_exactly_one_text() {
    let folder = clinic("approve");
    let approve = |name: &str, role: &str| {
        run(&folder, &with_today(&["approve", "leaflet", "--name", name, "--role", role])).exits(0).told
    };
    for (name, role) in
        [("Ann Example", "midwife"), ("Zoë O’Example", "obstetric physiotherapist"), ("Bo", "obstetrician")]
    {
        let topic = ["approve", "--topic", "back-pain-in-pregnancy", "--name", name, "--role", role];
        run(&folder, &with_today(&topic)).exits(0);
    }
    let told = approve("Ann Example", "midwife");
    assert!(told.contains("still to approve leaflet: an obstetric physiotherapist, an obstetrician"), "{told}");
    approve("Zoë O’Example", "obstetric physiotherapist");
    let told = approve("B \"Bo\" Example", "obstetrician");
    assert!(told.contains("no longer a draft"), "{told}");
    let checked = run(&folder, &with_today(&["check", "leaflet", "--strict"])).exits(0);
    assert_eq!(checked.text(), "no problems found\n");
    run(&folder, &with_today(&["build", "leaflet"])).exits(0);
    let pdf = std::fs::read(folder.join("out/leaflet.pdf")).expect("a leaflet");
    let text = support::reading::Reading::of(&pdf).text();
    assert!(!text.contains("Draft") && text.contains("Approved by Ann Example (midwife)"), "{text}");
    // One word is changed.
    change(&folder, "Keep moving, and learn", "Keep still, and learn");
    let checked = run(&folder, &with_today(&["check", "leaflet"])).exits(0);
    for expected in [
        "warning[H304]: the approvals of Ann Example (midwife), Zoë O’Example (obstetric-physiotherapist) and B \"Bo\" \
         Example (obstetrician) have lapsed",
        "gone: summary: Keep moving, and learn",
        "new: summary: Keep still, and learn",
        "warning[H303]",
    ] {
        assert!(checked.text().contains(expected), "{expected} in {}", checked.text());
    }
    run(&folder, &with_today(&["build", "leaflet"])).exits(0);
    let pdf = std::fs::read(folder.join("out/leaflet.pdf")).expect("a leaflet");
    assert!(support::reading::Reading::of(&pdf).text().contains("Draft: not yet approved by a clinician"));
}

#[test]
fn a_text_with_errors_cannot_be_approved() {
    let folder = clinic("approve-errors");
    change(&folder, "evidence: recommended", "priority: normal");
    let before = std::fs::read(folder.join("handouts/leaflet.yaml")).expect("text");
    let arguments = ["approve", "leaflet", "--name", "Ann", "--role", "midwife"];
    let told = run(&folder, &with_today(&arguments)).exits(1).told;
    assert!(told.contains("error[H023]") && told.contains("1 error; nothing was recorded\n"), "{told}");
    assert_eq!(std::fs::read(folder.join("handouts/leaflet.yaml")).expect("text"), before);
    run(&folder, &["approve", "leaflet", "--name", "", "--role", "midwife"]).exits(2);
}

#[test]
fn a_leaflet_of_the_library_is_copied_to_be_approved() {
    let folder = folder("check/approve-library");
    let arguments = ["approve", "upper-back", "--name", "Ann", "--role", "midwife"];
    let told = run(&folder, &with_today(&arguments)).exits(0).told;
    assert!(told.contains("copied the library's leaflet to handouts/upper-back.yaml"), "{told}");
    assert_eq!(files_in(&folder.join("handouts")), ["approved", "upper-back.yaml"]);
}

#[test]
fn a_report_scores_what_a_program_can_judge_and_lists_the_rest() {
    let folder = clinic("report");
    run(&folder, &with_today(&["check", "leaflet", "--report=reports"])).exits(0);
    assert_eq!(files_in(&folder.join("reports")), ["leaflet-report.html", "leaflet-report.json"]);
    let json = std::fs::read_to_string(folder.join("reports/leaflet-report.json")).expect("text");
    let report: Value = serde_json::from_str(&json).expect("JSON");
    let pemat = &report["checklists"][0];
    assert_eq!(pemat["items"].as_array().map(Vec::len), Some(24));
    let judged = |verdict: &str| {
        let items = pemat["items"].as_array().expect("items");
        items.iter().filter(|item| item["verdict"] == verdict).count() as f64
    };
    let score = judged("agree") / (judged("agree") + judged("disagree"));
    assert!((pemat["score"].as_f64().expect("a score") - score).abs() < 0.01);
    assert!(judged("for a person") > 3.0, "a program cannot judge all");
    let html = std::fs::read_to_string(folder.join("reports/leaflet-report.html")).expect("text");
    assert!(html.contains("<h1>Report: Back pain in the third trimester</h1>") && html.contains("PEMAT-P"));
    // Lists are counted as they are printed: the help box's by the leaflet, the safety box's by the program.
    let lists = pemat["items"].as_array().expect("items").iter().find(|item| item["number"] == "8").expect("lists");
    let because = lists["because"].as_str().expect("a reason");
    assert_eq!(lists["verdict"], "disagree");
    assert!(because.contains("11 under “Call 999") && because.contains("10 under “Call the"), "{because}");
    let long = |list: &&SafetyList| list.items.len() > 7;
    let topic = library::topic();
    let safety = topic.safety("en").expect("English safety texts");
    let lists = || safety.lists(Length::Full, Stage::ThirdTrimester);
    for list in lists().filter(long) {
        assert!(because.contains(&format!("{} under “{}”", list.items.len(), list.title.text.value)), "{because}");
    }
    let count = 2 + lists().filter(long).count();
    assert!(because.starts_with(&format!("{count} of the ")), "{because}");
    // A heading that says nothing is a point lost.
    change(&folder, "prevention:\n", "prevention:\n  title: Other\n");
    run(&folder, &with_today(&["check", "leaflet", "--report=reports"]));
    let json = std::fs::read_to_string(folder.join("reports/leaflet-report.json")).expect("text");
    let worse: Value = serde_json::from_str(&json).expect("JSON");
    assert!(worse["checklists"][0]["score"].as_f64() < pemat["score"].as_f64(), "{json}");
    assert!(json.contains("headings that say nothing: “Other”"), "{json}");
}

/// The library holds itself to its own rules: nothing but the clinicians' approval is missing.
#[test]
fn the_library_passes_strictly_but_for_approval() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for brand in ["riverside", "juniper"] {
        let arguments = ["check", "--strict", "--brand", brand, "--output-format", "json"];
        let run = run(folder, &with_today(&arguments)).exits(1);
        let document: Value = serde_json::from_str(run.text()).expect("JSON");
        let all = document["findings"].as_array().expect("findings");
        let findings: Vec<&Value> = all.iter().filter(|finding| finding["allowed"].is_null()).collect();
        let of = |code: &str| findings.iter().filter(|finding| finding["code"] == code).count();
        assert_eq!(of("H303"), 5, "{brand}: one for each leaflet");
        assert_eq!(of("H109"), STILL_CHOPPY.len(), "{brand}");
        assert_eq!(findings.len(), 5 + STILL_CHOPPY.len(), "{brand}: {}", run.text());
    }
}

/// What `handout new` makes is a good example: nothing is wrong with it but that nobody has approved it.
#[test]
fn a_new_clinic_has_nothing_to_mend_but_approval() {
    let folder = folder("check/new");
    run(&folder, &["new", "clinic"]).exits(0);
    let run = run(&folder.join("clinic"), &with_today(&["check"])).exits(0);
    let others: Vec<&str> =
        run.text().lines().filter(|line| line.starts_with("warning[") && !line.contains("H303")).collect();
    assert_eq!(others.iter().filter(|line| line.contains("[H109]")).count(), STILL_CHOPPY.len(), "{others:?}");
    let others: Vec<&&str> = others.iter().filter(|line| !line.contains("[H109]")).collect();
    assert!(others.is_empty(), "{others:?}");
}

/// A page with faults planted in it, and all that is said of it.
#[test]
fn planted_faults_are_all_found() {
    let folder = clinic("faults");
    std::fs::copy(project("tests/faults/leaflet.yaml"), folder.join("handouts/leaflet.yaml")).expect("copied");
    let run = run(&folder, &with_today(&["check", "leaflet", "--brand", "millbrook"])).exits(1);
    let mut texts = support::golden::Texts::default();
    texts.compare(&project("tests/faults/expected.txt"), run.text());
    texts.finish();
    let planted = [
        "H102", "H104", "H106", "H023", "H047", "H048", "H202", "H203", "H204", "H205", "H206", "H207", "H208", "H301",
        "H303", "H402",
    ];
    let missing: Vec<&str> = planted.into_iter().filter(|code| !run.text().contains(&format!("[{code}]"))).collect();
    assert!(missing.is_empty(), "{missing:?} were planted and not found");
}
