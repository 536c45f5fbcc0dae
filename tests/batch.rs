//! `handout batch` and `handout verify` as people run them: nothing lost, nothing doubled, no name where it must not be.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use support::program::{Run, command, files_in, folder, run, run_with};

/// A handout without mistakes.
const HANDOUT: &str = concat!(
    "title: Keep moving\nlanguage: en\nstage: any\nsummary: Move a little and often.\n",
    include_str!("support/help-box.yaml"),
    "imprint: { version: \"1.0\", published: 2026-11-20, review: 2028-11-20, author: Jane Doe }\n",
);

/// Names that people have, and some that only a test has; all of them begin with the same letters, to be looked for.
const NAMES: [&str; 8] = [
    "Zqx فاطمة الزهراء",
    "Zqx Nguyễn Thị Hồng",
    "Zqx O'Hara-Smith",
    "=Zqx|' /C calc'!A0",
    "+Zqx-1@SUM(A1)",
    "Zqx Łucja Dvořáková",
    "Zqx \"the\" third; or fourth",
    "Zqx Smith, Anna",
];

fn clinic(name: &str, rows: &str) -> PathBuf {
    let folder = folder(&format!("batch/{name}"));
    std::fs::create_dir(folder.join("handouts")).expect("writable");
    std::fs::write(folder.join("moving.yaml"), HANDOUT).expect("writable");
    std::fs::write(folder.join("rows.csv"), rows).expect("writable");
    folder
}

/// Rows with ids from `v0000`, odd names and notes.
fn rows(count: usize) -> String {
    let mut text = String::from("id,patient,week,exercises,note\n");
    let long = format!("Zqx {}", "é".repeat(196));
    for row in 0..count {
        let name = NAMES.get(row % 9).copied().unwrap_or(&long).replace('"', "\"\"");
        let note = "Zqx said: \"\"ask first\"\"\nand walk";
        let _ = writeln!(text, "v{row:04},\"{name}\",{},pelvic-tilt:3x10; cat-stretch,\"{note}\"", row % 42 + 1);
    }
    text
}

fn batch(folder: &Path, more: &[&str]) -> Run {
    let today: &[&str] = if more.contains(&"--today") { &[] } else { &["--today", "2026-12-01"] };
    let arguments = [&["batch", "moving.yaml", "--rows", "rows.csv"], today, more].concat();
    let run = run(folder, &arguments);
    assert!(run.out.is_empty() && !run.told.contains("Zqx"), "{}", run.told);
    run
}

/// The lines of a manifest by id.
fn manifest(path: &Path) -> BTreeMap<String, Value> {
    let text = std::fs::read_to_string(path).expect("a manifest");
    assert!(!text.contains("Zqx"), "the manifest names a patient");
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    lines.map(|line| (line["id"].as_str().unwrap_or_default().to_owned(), line)).collect()
}

/// The PDFs in a folder, by name.
fn sheets(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = files_in(folder).into_iter().filter(|name| name.ends_with(".pdf"));
    names.map(|name| (name.clone(), std::fs::read(folder.join(name)).expect("a sheet"))).collect()
}

#[test]
fn a_thousand_rows_give_a_thousand_sheets() {
    let folder = clinic("thousand", &rows(1000));
    let run = batch(&folder, &[]).exits(0);
    assert!(run.told.ends_with("made 1000 sheets in out; see out/manifest.jsonl\n"), "{}", run.told);
    let names = files_in(&folder.join("out"));
    assert_eq!(names.len(), 1001, "sheets and a manifest, nothing half-written");
    assert!((0..1000).all(|row| names.contains(&format!("v{row:04}.pdf"))));
    let manifest = manifest(&folder.join("out/manifest.jsonl"));
    let inputs: BTreeSet<&str> = manifest.values().filter_map(|line| line["input"].as_str()).collect();
    assert_eq!((manifest.len(), inputs.len()), (1000, 1000), "each row has its own hash");
    let first = &manifest["v0000"];
    assert_eq!((&first["row"], &first["of"], &first["status"]), (&1.into(), &1000.into(), &"done".into()));
    let kept = batch(&folder, &["--resume"]).exits(0);
    assert!(kept.told.contains("made 0 sheets in out, 1000 kept"), "{}", kept.told);
    let verified = verify(&folder, &[]).exits(0);
    assert_eq!(verified.text(), "out: 1000 sheets are as they were made; nothing is missing, changed or too much\n");
}

fn verify(folder: &Path, more: &[&str]) -> Run {
    run(folder, &[&["verify", "out"], more].concat())
}

#[test]
fn each_row_has_the_handout_of_its_cell_or_of_its_week() {
    let rows = "id,patient,week,due_date,weeks_after_birth,handout,override,because,next_visit\n\
                v1,Zqx Ann,10,,,,,,2026-12-04\n\
                v2,Zqx Bea,30+2,,,,,,\n\
                v3,Zqx Cee,,,3,,,,\n\
                v4,Zqx Dee,,4 June 2027,,,,,\n\
                v5,Zqx Eff,10,,,third-trimester,stage,Zqx wants to read ahead,\n\
                v6,Zqx Gee,30,,,upper-back,,,\n\
                v7,Zqx Haa,10,,,third-trimester,,,\n\
                v8,Zqx Ivy,,,,,,,\n\
                v9,Zqx Jo,30,,,third-trimster,,,\n\
                v10,Zqx Kay,30,,,,,,04/12/2026\n\
                v11,Zqx Lea,30,45264,,,,,\n\
                v12,Zqx May,,,,after-birth,,,\n\
                v13,Zqx Noa,30,,,,stage,,\n";
    let folder = clinic("by-week", rows);
    let made = run(&folder, &["batch", "--rows", "rows.csv", "--today", "2026-12-01", "--keep-going"]).exits(3);
    assert!(!made.told.contains("Zqx"), "{}", made.told);
    let lines = manifest(&folder.join("out/manifest.jsonl"));
    let codes = |id: &str| lines[id]["findings"].as_array().cloned().unwrap_or_default();
    let text = |id: &str| {
        let pdf = std::fs::read(folder.join(format!("out/{id}.pdf"))).expect("a sheet");
        support::reading::Reading::of(&pdf).text().replace('\n', " ").to_lowercase()
    };
    for (id, words) in [
        ("v1", "back pain in the first trimester"),
        ("v2", "back pain in the third trimester"),
        ("v3", "after birth"),
        ("v4", "back pain in the first trimester"),
        ("v5", "back pain in the third trimester"),
        ("v6", "upper back"),
    ] {
        assert_eq!(lines[id]["status"], "done", "{id}: {}", made.told);
        assert!(text(id).contains(words), "{id}: {}", text(id));
    }
    assert!(text("v2").contains("30 weeks + 2 days") && text("v2").contains("1 december 2026"), "{}", text("v2"));
    assert!(text("v4").contains("13 weeks + 4 days"), "{}", text("v4"));
    assert_eq!(lines["v5"]["overrides"], serde_json::json!(["stage"]));
    for (id, code) in [
        ("v7", "S010"),
        ("v8", "S018"),
        ("v9", "S018"),
        ("v10", "R012"),
        ("v11", "R012"),
        ("v12", "S017"),
        ("v13", "R012"),
    ] {
        assert_eq!(
            (&lines[id]["status"], codes(id).contains(&code.into())),
            (&"failed".into(), true),
            "{id}: {}",
            made.told
        );
    }
    std::fs::write(folder.join("rows.csv"), "id,week,next_visit\nv1,30,04/12/2026\n").expect("writable");
    let told = ["batch", "--rows", "rows.csv", "-o", "figures", "--today", "2026-12-01", "--dates", "dmy"];
    run(&folder, &told).exits(0);
    let pdf = std::fs::read(folder.join("figures/v1.pdf")).expect("a sheet");
    assert!(support::reading::Reading::of(&pdf).text().contains("4 December 2026"));
}

#[test]
fn mistakes_in_rows_stop_everything_before_it_begins() {
    let bad = "id,patient,week\nv1,Zqx Ann,30\nV1,Zqx Bea,31\nv3,Zqx\0Cee,32\nv4,Zqx Dee,53\nzqxee,Zqx Ee,3\nv6,Zqx Eff\nv7,Zqx Gee,3\n";
    let folder = clinic("mistakes", bad);
    let refused = batch(&folder, &[]).exits(1);
    for wanted in ["R008", "rows.csv:2:1", "R011", "rows.csv:4:4", "R012", "rows.csv:5:12", "R009", "rows.csv:7:1"] {
        assert!(refused.told.contains(wanted), "{wanted}: {}", refused.told);
    }
    assert!(refused.told.ends_with("6 rows have mistakes; nothing was written (--keep-going makes the others)\n"));
    assert!(!folder.join("out").exists());
    let part = clinic("some-mistakes", "id,patient,week\nv1,Zqx Ann,30\nv2,Zqx Bea,99\n");
    let run = batch(&part, &["--keep-going"]).exits(3);
    assert!(run.told.ends_with("made 1 sheet in out, 1 failed; see out/manifest.jsonl\n"), "{}", run.told);
    let manifest = manifest(&part.join("out/manifest.jsonl"));
    assert_eq!((&manifest["v2"]["status"], &manifest["v2"]["findings"][0]), (&"failed".into(), &"R012".into()));
    let failed = verify(&part, &[]).exits(1);
    assert!(failed.text().contains("error[R105]: out/manifest.jsonl: row 2 (v2) failed: R012"), "{}", failed.text());
}

#[test]
fn mistakes_that_are_alike_are_told_once() {
    let lines: String = (0..5000).map(|row| format!("v{row},Zqx Ann,often\n")).collect();
    let folder = clinic("many-mistakes", &format!("id,patient,week\n{lines}"));
    let told = batch(&folder, &[]).exits(1).told;
    assert!(told.contains("rows.csv:2:") && told.contains("help: 5000 rows have this mistake: 1-5000\n"), "{told}");
    assert!(told.ends_with("5000 rows have mistakes; nothing was written\n"), "{told}");
    assert!(told.lines().count() < 20, "{told}");
}

#[test]
fn headings_are_told_word_for_word() {
    let folder = clinic("headings", "id,patient,excercises\nv1,Zqx Ann,pelvic-tilt\n");
    let expected = "\
error[R004]: unknown column `excercises`
 --> rows.csv:1:12
  |
1 | id,patient,excercises
  |            ^^^^^^^^^^ a row has no such part
  |
help: did you mean `exercises`?

1 error; nothing was written
";
    assert_eq!(batch(&folder, &[]).exits(1).told, expected);
}

#[test]
fn rows_come_from_standard_input_and_from_spreadsheets() {
    let folder = clinic("forms", "");
    let excel = "\u{feff}ID;Patient;Exercises\r\nv1;Zqx Ann, B;\"pelvic-tilt; cat-stretch\"\r\n";
    let json = "{\"id\": \"v1\", \"patient\": \"Zqx Ann, B\", \"exercises\": [\"pelvic-tilt\", \"cat-stretch\"]}\n";
    let mut inputs = Vec::new();
    for (format, text) in [("csv", excel), ("jsonl", json)] {
        let arguments =
            ["batch", "moving.yaml", "--rows", "-", "--rows-format", format, "--today", "2026-12-01", "-o", format];
        run_with(&folder, &arguments, &[], text.as_bytes()).exits(0);
        inputs.push(manifest(&folder.join(format).join("manifest.jsonl"))["v1"]["input"].clone());
    }
    assert_eq!(inputs[0], inputs[1], "the same row");
    let unknown = run_with(&folder, &["batch", "moving.yaml", "--rows", "-"], &[], b"").exits(2);
    assert!(unknown.told.contains("--rows-format csv or --rows-format jsonl"), "{}", unknown.told);
    run(&folder, &["batch", "-", "--rows", "-", "--rows-format", "csv"]).exits(2);
}

#[test]
fn a_folder_that_cannot_be_written_to_is_told() {
    let folder = clinic("taken", &rows(3));
    std::fs::write(folder.join("taken"), "a file").expect("writable");
    let told = batch(&folder, &["-o", "taken/out"]).exits(4).told;
    assert_eq!(told, "error: taken/out could not be written: a part of its path is a file, not a folder\n");
    let lost = run(&folder, &["batch", "moving.yaml", "--rows", "nowhere.csv"]).exits(4).told;
    assert_eq!(lost, "error: nowhere.csv could not be read: there is no such file or folder\n");
    // A sheet whose place is taken by a folder: what was made before stays, and is known.
    std::fs::create_dir_all(folder.join("out/v0001.pdf")).expect("writable");
    let told = batch(&folder, &["--jobs", "1"]).exits(4).told;
    assert!(told.contains("error: out/v0001.pdf could not be written: "), "{told}");
    let manifest = manifest(&folder.join("out/manifest.jsonl"));
    let status = ["v0000", "v0001", "v0002"].map(|id| manifest[id]["status"].as_str().expect("a status"));
    assert_eq!(status, ["done", "skipped", "skipped"]);
    assert_eq!(files_in(&folder.join("out")), ["manifest.jsonl", "v0000.pdf", "v0001.pdf"]);
}

/// A run of the program in a shell that lets no file grow over so many blocks.
#[cfg(target_os = "linux")]
fn with_small_files(folder: &Path, blocks: u32, arguments: &[&str]) -> (Option<i32>, String) {
    let program = command(folder, arguments);
    let run = Command::new("sh")
        .args(["-c", &format!("ulimit -f {blocks}; exec \"$0\" \"$@\"")])
        .arg(program.get_program())
        .args(program.get_args())
        .current_dir(folder)
        .output()
        .expect("a shell");
    (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn a_limit_on_files_is_told_and_leaves_nothing_half_written() {
    let folder = clinic("full", &rows(3));
    for (name, arguments) in [
        ("batch", &["batch", "moving.yaml", "--rows", "rows.csv", "-o", "batch"][..]),
        ("sheet", &["sheet", "third-trimester", "--week", "30", "--patient", "Zqx Ann", "-o", "sheet"]),
        ("build", &["build", "moving.yaml", "-o", "build"]),
    ] {
        let (code, told) = with_small_files(&folder, 8, arguments);
        assert!(
            code == Some(4) && told.contains("could not be written: the system lets no file grow so large"),
            "{told}"
        );
        assert!(!told.contains("Zqx"), "{told}");
        let left = files_in(&folder.join(name));
        assert!(left.iter().all(|left| left == "manifest.jsonl"), "{left:?}");
    }
    let before = files_in(&folder.join("handouts"));
    let (code, told) =
        with_small_files(&folder, 1, &["approve", "third-trimester", "--name", "Jane Doe", "--role", "midwife"]);
    assert!(code == Some(4) && told.contains("could not be written: "), "{code:?} {told}");
    let after: Vec<String> = files_in(&folder.join("handouts")).into_iter().filter(|name| name != "approved").collect();
    assert!(before == after && files_in(&folder.join("handouts/approved")).is_empty());
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_or_over_what_is_read() {
    let folder = clinic("links", &rows(3));
    for (out, link) in [("one", "manifest.jsonl"), ("two", "v0001.pdf"), ("three", "moving-merged.pdf")] {
        std::fs::create_dir(folder.join(out)).expect("writable");
        std::fs::write(folder.join("other"), "kept").expect("writable");
        std::os::unix::fs::symlink("../other", folder.join(out).join(link)).expect("a link");
        let told = batch(&folder, &["-o", out, "--merge"]).exits(4).told;
        assert!(told.contains(&format!("{out}/{link} could not be written: it is a link to another place")), "{told}");
        assert_eq!(std::fs::read(folder.join("other")).expect("there"), b"kept");
    }
    let read = rows(2);
    std::fs::create_dir(folder.join("o")).expect("writable");
    for name in ["manifest.jsonl", "v0000.pdf", "moving-merged.pdf"] {
        std::fs::write(folder.join("o").join(name), &read).expect("writable");
        let rows = format!("o/{name}");
        let more = ["-o", "o", "--rows-format", "csv", "--merge"];
        let arguments = [&["batch", "moving.yaml", "--rows", &rows, "--today", "2026-12-01"], &more[..]].concat();
        let told = run(&folder, &arguments).exits(2).told;
        assert!(told.contains(&format!("{rows} is read and would be written over")), "{told}");
        assert_eq!(std::fs::read_to_string(folder.join(&rows)).expect("there"), read);
        std::fs::remove_file(folder.join(&rows)).expect("there");
    }
    std::fs::write(folder.join("o/visit.json"), "{\"id\": \"visit\", \"week\": 30}").expect("writable");
    let arguments = ["sheet", "third-trimester", "--from", "o/visit.json", "-o", "o", "--report"];
    assert!(run(&folder, &arguments).exits(2).told.contains("o/visit.json is read and would be written over"));
}

#[cfg(unix)]
#[test]
fn what_holds_patients_data_is_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = clinic("modes", &rows(2));
    let mode = |path: &str| std::fs::metadata(folder.join(path)).expect(path).permissions().mode() & 0o777;
    batch(&folder, &["-o", "a/own", "--merge"]).exits(0);
    batch(&folder, &["-o", "group", "--group-readable"]).exits(0);
    for file in ["a/own/v0000.pdf", "a/own/manifest.jsonl", "a/own/moving-merged.pdf", ".handout/key"] {
        assert_eq!(mode(file), 0o600, "{file}");
    }
    assert_eq!([mode("a"), mode("a/own"), mode(".handout")], [0o700; 3]);
    assert_eq!((mode("group/v0000.pdf"), mode("group/manifest.jsonl"), mode("group")), (0o640, 0o640, 0o750));
    assert_eq!(std::fs::read_to_string(folder.join(".handout/.gitignore")).expect("there"), "*\n");
    let sheet = ["sheet", "third-trimester", "--week", "30", "--id", "v1", "--report", "-o"];
    run(&folder, &[&sheet[..], &["alone"]].concat()).exits(0);
    assert_eq!((mode("alone/v1.pdf"), mode("alone/v1.json"), mode("alone")), (0o600, 0o600, 0o700));
}

#[test]
fn a_folder_holds_one_batch() {
    let folder = clinic("other-rows", &rows(4));
    batch(&folder, &["--merge"]).exits(0);
    let before = sheets(&folder.join("out"));
    let again = batch(&folder, &[]).exits(2).told;
    assert!(again.contains("out holds a batch of these ids already (4 sheets); --resume keeps"), "{again}");
    std::fs::write(folder.join("rows.csv"), "id,patient,week\nv0001,Zqx Bea,20\nw1,Zqx Eve,30\n").expect("writable");
    for flags in [&[][..], &["--resume"]] {
        let told = batch(&folder, flags).exits(2).told;
        assert!(told.contains("out holds another batch (4 sheets, of other rows or divided otherwise)"), "{told}");
        assert!(before == sheets(&folder.join("out")));
    }
    batch(&folder, &["--replace"]).exits(0);
    assert_eq!(files_in(&folder.join("out")), ["manifest.jsonl", "v0001.pdf", "w1.pdf"]);
    verify(&folder, &[]).exits(0);
    // A row that was added is a reason to go on.
    std::fs::write(folder.join("rows.csv"), "id,patient,week\nv0001,Zqx Bea,20\nx,Zqx Flo,9\nw1,Zqx Eve,30\n")
        .expect("writable");
    assert!(batch(&folder, &["--resume"]).exits(0).told.starts_with("made 1 sheet in out, 2 kept"));
    verify(&folder, &[]).exits(0);
}

#[test]
fn without_a_key_no_hash_tells_of_a_row_and_all_is_made_again() {
    let folder = clinic("no-key", &rows(2));
    std::fs::remove_dir(folder.join("handouts")).expect("there");
    batch(&folder, &[]).exits(0);
    assert!(!folder.join(".handout").exists());
    let path = folder.join("out/manifest.jsonl");
    assert!(manifest(&path).values().all(|entry| entry.get("input").is_none()));
    assert!(!batch(&folder, &["--resume"]).exits(0).told.contains("kept"));
    verify(&folder, &[]).exits(0);
    // With a key of its own, and not without it.
    std::fs::write(folder.join("secret"), "0123456789abcdef\n").expect("writable");
    batch(&folder, &["-o", "keyed", "--key-file", "secret"]).exits(0);
    let told = batch(&folder, &["-o", "keyed", "--key-file", "secret", "--resume"]).exits(0).told;
    assert!(told.contains("2 kept"), "{told}");
    run(&folder, &["verify", "keyed", "--key-file", "secret"]).exits(0);
    let blind = run(&folder, &["verify", "keyed"]).exits(1);
    assert!(blind.text().contains("error[R109]: keyed/v0000.pdf: its hash is keyed"), "{}", blind.text());
    std::fs::write(folder.join("secret"), "short").expect("writable");
    batch(&folder, &["-o", "other", "--key-file", "secret"]).exits(2);
}

/// A run that holds the folder until it is killed.
fn running(folder: &Path, arguments: &[&str]) -> std::process::Child {
    let mut program = command(folder, arguments);
    program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

fn wait_for(begun: impl Fn() -> bool) {
    let start = Instant::now();
    while !begun() && start.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn a_second_run_is_kept_out_of_a_folder_that_is_written_to() {
    let folder = clinic("two-runs", &rows(400));
    let arguments = ["batch", "moving.yaml", "--rows", "rows.csv", "--today", "2026-12-01", "--jobs", "1"];
    let mut first = running(&folder, &arguments);
    let out = folder.join("out");
    wait_for(|| sheets(&out).len() > 3);
    for flags in [&["--resume"][..], &["--replace"], &["--shard", "1/2"]] {
        let told = batch(&folder, flags).exits(4).told;
        assert!(told.contains("out is being written to by another run"), "{told}");
    }
    first.kill().expect("killed");
    first.wait().expect("ended");
    batch(&folder, &["--resume"]).exits(0);
    assert_eq!(files_in(&out).len(), 401);
    verify(&folder, &[]).exits(0);
}

/// What no typeface has is refused for its row alone; no message shows it, and no other sheet is another one for it.
#[test]
fn one_name_that_cannot_be_printed_stops_no_other_row() {
    let all = clinic("foreign", &rows(12));
    batch(&all, &[]).exits(0);
    let lines: Vec<String> = rows(12).split_inclusive("\nv").map(str::to_owned).collect();
    let foreign = "0999,王小明,20,pelvic-tilt,Dear 王小明\nv";
    let mixed = clinic("foreign-too", &[&lines[..5].concat(), foreign, &lines[5..].concat()].concat());
    let run = batch(&mixed, &["--keep-going"]).exits(3);
    assert!(
        run.told.contains("`patient` has letters of the Han script, for which no typeface here has a shape"),
        "{}",
        run.told
    );
    assert!(!run.told.contains(['王', '小', '明']), "{}", run.told);
    let (alone, beside) = (sheets(&all.join("out")), sheets(&mixed.join("out")));
    assert!(alone.len() == 12 && alone == beside, "the same bytes with and without her");
    // By itself each is the same too.
    for line in [1, 6] {
        let text = format!("{}{}", lines[0], lines[line]);
        let one = clinic("foreign-one", text.trim_end_matches('v'));
        batch(&one, &["--today", "2026-12-01"]).exits(0);
        for (name, pdf) in sheets(&one.join("out")) {
            assert!(alone[&name] == pdf, "{name}");
        }
    }
}

/// A picture character has no shape in any typeface here; it is told before anything is made, without the name.
#[test]
fn an_emoji_is_refused_kindly() {
    let folder = clinic("emoji", "id,patient,week\nv1,Zqx Ann,30\nv2,Zqx 👩‍🍼 Bea,31\n");
    let refused = batch(&folder, &[]).exits(1);
    assert!(
        refused.told.contains("error[S008]: `patient` has a sign or emoji (U+1F37C), for which no typeface"),
        "{}",
        refused.told
    );
    assert!(refused.told.contains("rows.csv:3:4") && sheets(&folder.join("out")).is_empty(), "{}", refused.told);
}

#[test]
fn a_killed_run_is_resumed_without_loss() {
    let folder = clinic("killed", &rows(400));
    let out = folder.join("out");
    let arguments = ["batch", "moving.yaml", "--rows", "rows.csv", "--today", "2026-12-01"];
    let mut child = command(&folder, &arguments).stderr(Stdio::null()).spawn().expect("the program starts");
    let begun = Instant::now();
    while files_in(&out).len() < 30 && begun.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    let made = sheets(&out).len();
    assert!((20..400).contains(&made), "{made} sheets when the run was killed");
    verify(&folder, &[]).exits(1);
    // What the kill may leave behind: a file half-written, and half a line.
    std::fs::write(out.join(".v0001.pdf.1-of-1.handout-tmp"), "half").expect("writable");
    std::fs::write(out.join(".mine.tmp"), "somebody else's").expect("writable");
    let path = out.join("manifest.jsonl");
    let text = std::fs::read_to_string(&path).expect("a manifest");
    std::fs::write(&path, format!("{text}{{\"row\": 399, \"of\"")).expect("writable");
    let run = batch(&folder, &["--resume"]).exits(0);
    let kept: usize = run.told.split(", ").find_map(|part| part.split(" kept").next()?.parse().ok()).expect("a number");
    assert!(kept > 10 && kept <= made, "{}", run.told);
    assert_eq!(sheets(&out).len(), 400);
    assert_eq!(files_in(&out).len(), 402, "the manifest, and what is not ours");
    assert_eq!(manifest(&path).len(), 400);
    assert_eq!(std::fs::read_to_string(&path).expect("text").lines().count(), 400);
    verify(&folder, &[]).exits(0);
}

/// Killed at any moment, no command leaves a file torn, and the next run clears what was left.
#[test]
fn killed_commands_leave_nothing_torn() {
    let folder = clinic("killed-commands", &rows(12));
    let approve = ["approve", "third-trimester", "--name", "Jane Doe", "--role", "midwife"];
    let commands: [(&str, &[&str]); 4] = [
        (
            "sheet",
            &[
                "sheet",
                "third-trimester",
                "--week",
                "30",
                "--patient",
                "Zqx Ann",
                "--id",
                "v1",
                "--report",
                "-o",
                "sheet",
            ],
        ),
        ("build", &["build", "moving.yaml", "third-trimester", "-o", "build"]),
        ("handouts", &approve),
        ("merge", &["batch", "moving.yaml", "--rows", "rows.csv", "--merge", "--replace", "-o", "merge"]),
    ];
    for (out, arguments) in commands {
        let out = folder.join(out);
        let begun = Instant::now();
        run(&folder, arguments).exits(0);
        let whole = begun.elapsed();
        for step in 1..=8 {
            let mut child = running(&folder, arguments);
            std::thread::sleep(whole * step / 8);
            let _ = child.kill();
            child.wait().expect("ended");
            for (name, pdf) in sheets(&out) {
                assert!(lopdf::Document::load_mem(&pdf).is_ok(), "{name} is torn");
            }
            for name in files_in(&out).iter().filter(|name| name.ends_with(".json") || name.ends_with(".yaml")) {
                let text = std::fs::read_to_string(out.join(name)).expect("text");
                let is_whole =
                    if name.ends_with(".json") { text.ends_with("}\n") } else { text.contains("reviewed_by") };
                assert!(is_whole, "{name} is torn");
            }
        }
        run(&folder, arguments).exits(0);
        let left: Vec<String> = files_in(&out).into_iter().filter(|name| name.starts_with('.')).collect();
        assert!(left.is_empty(), "{left:?}");
    }
    assert!(files_in(&folder.join("handouts/approved")).iter().all(|name| !name.starts_with('.')));
    run(&folder, &["verify", "merge"]).exits(0);
}

#[test]
fn two_shards_are_the_whole() {
    let folder = clinic("shards", &rows(51));
    batch(&folder, &["-o", "whole", "--jobs", "1"]).exits(0);
    batch(&folder, &["--shard", "1/2", "--jobs", "7"]).exits(0);
    let half = verify(&folder, &[]).exits(1);
    assert!(half.text().contains("error[R107]: out/manifest-2-of-2.jsonl: part 2 of 2 is missing"), "{}", half.text());
    let arguments = ["batch", "moving.yaml", "--rows", "rows.csv", "--today", "2026-12-01"];
    let job = [("JOB_COMPLETION_INDEX", "1"), ("JOB_COMPLETIONS", "2")];
    run_with(&folder, &arguments, &job, b"").exits(0);
    assert!(sheets(&folder.join("whole")) == sheets(&folder.join("out")), "the same files, byte for byte");
    let mut both = manifest(&folder.join("out/manifest-1-of-2.jsonl"));
    both.extend(manifest(&folder.join("out/manifest-2-of-2.jsonl")));
    assert_eq!(both, manifest(&folder.join("whole/manifest.jsonl")));
    verify(&folder, &[]).exits(0);
    let told = batch(&folder, &["--shard", "2/3"]).exits(2).told;
    assert!(told.contains("out holds another batch"), "{told}");
    std::fs::copy(folder.join("out/manifest-2-of-2.jsonl"), folder.join("out/manifest-2-of-3.jsonl")).expect("copied");
    let mixed = verify(&folder, &[]).exits(1);
    assert!(mixed.text().contains("error[R106]"), "{}", mixed.text());
    let no_count = run_with(&folder, &arguments, &job[..1], b"").exits(2);
    assert!(no_count.told.contains("say --shards N"), "{}", no_count.told);
}

#[test]
fn more_shards_than_rows_are_verified_too() {
    let folder = clinic("few", &rows(2));
    for shard in ["1/3", "2/3", "3/3"] {
        batch(&folder, &["--shard", shard]).exits(0);
    }
    verify(&folder, &[]).exits(0);
}

#[test]
fn verify_finds_what_is_missing_changed_or_too_much() {
    let folder = clinic("verify", &rows(5));
    let out = folder.join("out");
    assert!(verify(&folder, &[]).exits(4).told.starts_with("error: out could not be read: "));
    batch(&folder, &[]).exits(0);
    std::fs::remove_file(out.join("v0001.pdf")).expect("there");
    std::fs::write(out.join("v0002.pdf"), "changed").expect("writable");
    std::fs::write(out.join("other.pdf"), "more").expect("writable");
    std::fs::write(out.join("notes.txt"), "not ours").expect("writable");
    let expected = "\
error[R102]: out/v0001.pdf: it is missing
error[R103]: out/v0002.pdf: it is not as it was made
error[R104]: out/other.pdf: no manifest names it
out: 3 sheets are as they were made; 3 things are wrong
";
    assert_eq!(verify(&folder, &[]).exits(1).text(), expected);
    let json = verify(&folder, &["--output-format", "json"]).exits(1);
    let json: Value = serde_json::from_str(json.text()).expect("JSON");
    assert_eq!((&json["summary"]["errors"], &json["findings"][1]["file"]), (&3.into(), &"out/v0002.pdf".into()));
    batch(&folder, &["--resume"]).exits(0);
    std::fs::remove_file(out.join("other.pdf")).expect("there");
    verify(&folder, &[]).exits(0);
    std::fs::remove_file(out.join("manifest.jsonl")).expect("there");
    assert!(verify(&folder, &[]).exits(1).text().contains("error[R101]"));
}

#[test]
fn what_a_sheet_depends_on_is_in_its_hash() {
    let folder = clinic("inputs", &rows(2));
    batch(&folder, &[]).exits(0);
    let path = folder.join("out/manifest.jsonl");
    let before = manifest(&path)["v0000"]["input"].clone();
    let told = |more: &[&str]| batch(&folder, more).exits(0).told;
    assert!(told(&["--resume"]).contains("2 kept"));
    assert!(!told(&["--resume", "--brand", "juniper"]).contains("kept"));
    assert!(!told(&["--resume", "--today", "2026-12-02"]).contains("kept"), "the day is printed on sheets");
    std::fs::write(folder.join("moving.yaml"), HANDOUT.replace("a little", "a bit")).expect("writable");
    assert!(!told(&["--resume"]).contains("kept"));
    assert_ne!(manifest(&path)["v0000"]["input"], before);
}

#[test]
fn sheets_are_merged_for_the_printer_each_on_a_front_page() {
    let folder = clinic("merged", &rows(5));
    let run = batch(&folder, &["--merge"]).exits(0);
    assert!(run.told.contains("merged into moving-merged.pdf"), "{}", run.told);
    let merged = std::fs::read(folder.join("out/moving-merged.pdf")).expect("a merged file");
    let pages = |pdf: &[u8]| lopdf::Document::load_mem(pdf).expect("a PDF").get_pages().len();
    let sheets = sheets(&folder.join("out"));
    let own = sheets.iter().filter(|(name, _)| name.starts_with('v')).map(|(_, pdf)| pages(pdf));
    let (total, last) = own.fold((0, 0), |(total, _), count| (total + count.next_multiple_of(2), count));
    assert_eq!(pages(&merged), total - last % 2, "a blank page after an odd number, but for the last sheet");
    verify(&folder, &[]).exits(0);
}
