//! A patient's own sheet: what is printed, what is refused, and that her name is on its pages and nowhere else.

mod support;

use std::path::{Path, PathBuf};

use handout::app::sheet::file_stem;
use handout::check::Clock;
use handout::diag::Source;
use handout::model::dates::parse_day;
use handout::model::patient::SheetRequest;
use handout::{Order, Settings};
use support::program::{Run, files_in, folder, run, run_with};
use support::reading::{Kid, Node, Reading};
use support::{judges, library};

/// A name that stands in no other text.
const NAME: &str = "Zebedina Quirkwater";

/// A sheet with everything on it.
const FULL: &[&str] = &[
    "sheet",
    "third-trimester",
    "--today",
    "2026-11-20",
    "--patient",
    NAME,
    "--week",
    "30",
    "--clinician",
    "Jane Doe",
    "--exercise",
    "pelvic-tilt:3x10",
    "--exercise",
    "cat-stretch",
    "--exercise",
    "side-lying-clam:2x20s",
    "--note",
    "Go **slowly**, {{gp}}.\n\n- Warm up first",
    "--next-visit",
    "2026-12-04",
];

fn sheet(folder: &Path, arguments: &[&str]) -> Run {
    run(folder, &[&["sheet"], arguments, &["--today", "2026-11-20"]].concat())
}

/// The only PDF in the folder's `out`.
fn pdf(folder: &Path) -> Vec<u8> {
    let out = folder.join("out");
    let names = files_in(&out);
    let pdfs: Vec<&String> = names.iter().filter(|name| name.ends_with(".pdf")).collect();
    assert_eq!(pdfs.len(), 1, "{names:?}");
    std::fs::read(out.join(pdfs[0])).expect("a sheet")
}

fn text_of(pdf: &[u8]) -> String {
    Reading::of(pdf).text()
}

/// The text of the sheet that these arguments make.
fn text(name: &str, arguments: &[&str]) -> String {
    let folder = folder(&format!("sheet/{name}"));
    sheet(&folder, arguments).exits(0);
    text_of(&pdf(&folder))
}

/// The rows of each table, each cell's role with its text.
fn tables(pdf: &[u8]) -> Vec<Vec<Vec<(String, String)>>> {
    fn children(node: &Node) -> impl Iterator<Item = &Node> {
        node.kids.iter().filter_map(|kid| match kid {
            Kid::Node(node) => Some(node),
            Kid::Text { .. } => None,
        })
    }
    let reading = Reading::of(pdf);
    let tables = reading.root.all().into_iter().filter(|node| node.role == "Table");
    let row = |row: &Node| children(row).map(|cell| (cell.role.clone(), cell.text())).collect();
    tables.map(|table| children(table).map(row).collect()).collect()
}

// What is printed.

#[test]
fn a_sheet_holds_what_was_asked_for() {
    let folder = folder("sheet/full");
    run(&folder, FULL).exits(0);
    let text = text_of(&pdf(&folder));
    for wanted in [
        "Back pain in the third trimester",
        "Riverside Women’s Health",
        NAME,
        "20 November 2026",
        "4 December 2026",
        "Jane Doe",
        "3 sets of 10, hold 4 seconds, 1 to 2 times a day. Do fewer at first if you like.",
        "2 times, on each side, hold 20 seconds, 3 days a week",
        "10 times, hold 3 seconds, every day. Go slowly.",
        "Go slowly, {{gp}}.",
        "Warm up first",
        "Do not exercise unless your team says so",
        "Stop and get help",
        "When to get help",
        "01632 960 111",
        "Draft: not yet approved by a clinician",
        "Sample: not for patients",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(!text.contains("What you can do each day"), "sections are kept by name");
}

#[test]
fn sections_are_kept_by_name() {
    let text = text("sections", &["third-trimester", "--week", "30", "--section", "prevention"]);
    assert!(text.contains("What you can do each day") && !text.contains("Why your back hurts"), "{text}");
}

#[test]
fn the_diary_is_a_table_of_seven_days() {
    let folder = folder("sheet/diary");
    run(&folder, FULL).exits(0);
    let tables = tables(&pdf(&folder));
    let [details, diary] = tables.as_slice() else { panic!("{tables:?}") };
    assert!(details.iter().all(|row| row.iter().map(|(role, _)| role.as_str()).eq(["TH", "TD"])), "{details:?}");
    assert_eq!(diary.len(), 4);
    let words = |row: &[(String, String)]| row.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>();
    assert_eq!(words(&diary[0]), ["Exercise", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    for (row, name) in
        diary[1..].iter().zip(["Wall pelvic tilt, 1 to 2 times a day", "Cat stretch", "Side-lying clam, 3 days a week"])
    {
        assert_eq!((row[0].0.as_str(), row[0].1.as_str()), ("TH", name));
        assert!(row.len() == 8 && row[1..].iter().all(|(role, _)| role == "TD"), "{row:?}");
    }
}

#[test]
fn without_data_it_is_a_form() {
    let folder = folder("sheet/form");
    sheet(&folder, &["third-trimester"]).exits(0);
    let pdf = pdf(&folder);
    let tables = tables(&pdf);
    let names: Vec<&str> = tables[0].iter().map(|row| row[0].1.as_str()).collect();
    assert_eq!(names, ["Name", "Date", "Week", "Next visit", "Given by"]);
    assert!(tables[0].iter().all(|row| row[1] == ("TD".to_owned(), String::new())), "{:?}", tables[0]);
    let text = text_of(&pdf);
    assert!(text.contains("A note for you") && text.contains("Stop and get help"), "{text}");
}

#[test]
fn dates_and_days_follow_the_brands_locale() {
    let asked = ["third-trimester", "--patient", NAME, "--week", "30", "--next-visit", "2026-12-04"];
    let american = text("american", &[&asked[..], &["--brand", "juniper"]].concat());
    assert!(american.contains("November 20, 2026") && american.contains("December 4, 2026"), "{american}");
    assert!(american.contains("Sun\nMon"), "{american}");
    for (name, order, expected) in [("dmy", "dmy", "4 December 2026"), ("mdy", "mdy", "12 April 2026")] {
        let told = ["third-trimester", "--week", "30", "--next-visit", "04/12/2026 at 10", "--dates", order];
        assert!(text(name, &told).contains(&format!("{expected} at 10")), "{name}");
    }
    let named = text("named", &["third-trimester", "--week", "30", "--date", "Nov 20, 2026"]);
    assert!(named.contains("20 November 2026"), "{named}");
    let (_, told) = refused("order", &["third-trimester", "--week", "30", "--next-visit", "04/12/2026"]);
    assert!(told.contains("day and month in figures change places") && told.contains("--dates dmy"), "{told}");
    let words = text("words", &["third-trimester", "--week", "30", "--next-visit", "In two weeks"]);
    assert!(words.contains("In two weeks"), "{words}");
}

#[test]
fn long_and_arabic_names_are_whole() {
    let long = "Maria de los Ángeles ".repeat(10);
    assert!(long.chars().count() >= 200);
    let read = text("long", &["third-trimester", "--week", "30", "--patient", &long]);
    assert!(read.contains(long.trim()), "{read}");
    let one_word = "Quirkwater".repeat(20);
    let read = text("one-word", &["third-trimester", "--week", "30", "--patient", &one_word]);
    let letters: String = read.split_whitespace().collect();
    assert!(letters.contains(&one_word), "{read}");
    let arabic = text("arabic", &["third-trimester", "--week", "30", "--patient", "ليلى حسن"]);
    assert!(arabic.contains("ليلى حسن"), "{arabic}");
}

// What is refused.

/// The codes that these arguments give, with the whole message.
fn refused(name: &str, arguments: &[&str]) -> (Vec<String>, String) {
    let folder = folder(&format!("sheet/refused-{name}"));
    let run = sheet(&folder, arguments).exits(1);
    assert!(!folder.join("out").exists() && run.out.is_empty(), "nothing is written: {}", run.told);
    let codes = run.told.lines().filter_map(|line| line.strip_prefix("error[")?.split(']').next().map(str::to_owned));
    (codes.collect(), run.told)
}

#[test]
fn an_exercise_that_is_not_for_her_week_is_refused() {
    for (week, exercise, allowed) in [
        (["--week", "13"], "bridge", true),
        (["--week", "17"], "bridge", false),
        (["--due-date", "2027-01-29"], "bridge", false),
        (["--weeks-after-birth", "1"], "bridge", false),
        (["--weeks-after-birth", "2"], "bridge", true),
        (["--weeks-after-birth", "5"], "band-row", false),
        (["--weeks-after-birth", "6"], "band-row", true),
        (["--week", "41"], "pelvic-tilt", true),
    ] {
        let folder = folder("sheet/week");
        let run = sheet(&folder, &["upper-back", week[0], week[1], "--exercise", exercise]);
        assert_eq!(run.code == 0, allowed, "{week:?} {exercise}: {}", run.told);
        assert_eq!(run.told.contains("S002"), !allowed, "{}", run.told);
    }
    let (_, told) = refused("bridge", &["third-trimester", "--week", "30", "--exercise", "bridge"]);
    let expected = "\
error[S002]: `bridge` is not for this week
 --> the command line:3:6
  |
3 |   - \"bridge\"
  |      ^^^^^^ flat on the back, not after week 16; she is at 30 weeks
  |
help: give `buttock-squeeze` (Buttock squeeze and back leg lift) instead
help: or take the responsibility: `handout sheet --override bridge --because \"…\"` prints the reason

1 error; no sheet was written
";
    assert_eq!(told, expected);
    let (codes, _) = refused("no-week", &["third-trimester", "--exercise", "bridge"]);
    assert_eq!(codes, ["S002"], "without a week, the handout's stage decides");
}

#[test]
fn mistakes_are_told_together() {
    let (codes, told) = refused(
        "many",
        &[
            "third-trimester",
            "--id",
            "a/b",
            "--week",
            "30",
            "--exercise",
            "pelvic-tlt",
            "--exercise",
            "cat-stretch:lots",
            "--exercise",
            "cat-stretch",
            "--note",
            "# Big 🙂",
            "--override",
            "walking",
            "--because",
            "why not",
            "--language",
            "es",
        ],
    );
    assert_eq!(codes, ["S006", "S012", "S008", "S001", "S005", "S013", "S009"], "{told}");
    assert!(told.contains("did you mean `pelvic-tilt`?") && told.contains("U+1F642"), "{told}");
    for (name, arguments, code) in [
        ("twice", &["third-trimester", "--week", "30", "--due-date", "2027-02-01"][..], "S003"),
        ("far", &["third-trimester", "--due-date", "2029-02-01"], "S004"),
        ("no-day", &["third-trimester", "--due-date", "2027-02-31"], "S004"),
        ("figures", &["third-trimester", "--week", "30", "--next-visit", "04/12/2026"], "S004"),
        ("serial", &["third-trimester", "--week", "30", "--date", "45264"], "S004"),
        ("week", &["third-trimester", "--week", "45"], "H014"),
        ("tenths", &["third-trimester", "--week", "30.2"], "H014"),
        ("not-begun", &["first-trimester", "--due-date", "2027-08-28"], "S004"),
        ("long-past", &["third-trimester", "--due-date", "2026-10-16"], "S004"),
        ("section", &["third-trimester", "--section", "treats"], "H013"),
        ("no-reason", &["upper-back", "--exercise", "walking", "--override", "walking", "--because", " "], "H016"),
    ] {
        let (codes, told) = refused(name, arguments);
        assert!(codes.iter().any(|own| own == code), "{name}: {told}");
    }
}

#[test]
fn an_exercise_of_the_clinics_own_is_checked_with_the_sheet() {
    let folder = folder("sheet/own-exercise");
    std::fs::create_dir_all(folder.join("handouts/exercises")).expect("writable");
    let own = library::source("handouts/exercises/walking.yaml").text.clone();
    let write = |text: &str| std::fs::write(folder.join("handouts/exercises/stroll.yaml"), text).expect("writable");
    for (bad, code) in [("# Walk tall", "H020"), ("Walk {{tall}}", "H021"), ("Walk tall 🙂", "H032")] {
        write(&own.replace("\nstart: ", &format!("\nstart: \"{bad}\" # ")));
        let run = sheet(&folder, &["third-trimester", "--week", "30", "--exercise", "stroll"]).exits(1);
        assert!(run.told.contains(&format!("error[{code}]")), "{bad}: {}", run.told);
    }
    write(&own);
    sheet(&folder, &["third-trimester", "--week", "30", "--exercise", "stroll"]).exits(0);
}

#[test]
fn a_section_that_is_not_there_is_refused() {
    let folder = folder("sheet/no-section");
    let handout = library::source("handouts/upper-back.yaml").text.clone();
    let (before, after) = handout.split_once("\nquestions:").expect("questions");
    let (_, rest) = after.split_once("\nimprint:").expect("the imprint after them");
    std::fs::write(folder.join("short.yaml"), format!("{before}\nimprint:{rest}")).expect("writable");
    let run = sheet(&folder, &["short.yaml", "--section", "questions"]).exits(1);
    assert!(run.told.contains("error[S011]: this handout has no section `questions`"), "{}", run.told);
}

#[test]
fn a_draft_of_a_handout_with_errors_says_so() {
    let folder = folder("sheet/draft");
    let handout = library::source("handouts/upper-back.yaml").text.replace("review: 2028", "review: 2036");
    std::fs::write(folder.join("late.yaml"), handout).expect("writable");
    let run = sheet(&folder, &["late.yaml"]).exits(1);
    assert!(run.told.contains("no sheet was written"), "{}", run.told);
    sheet(&folder, &["late.yaml", "--draft"]).exits(0);
    assert!(text_of(&pdf(&folder)).contains("DRAFT with errors"));
}

#[test]
fn a_sheet_prints_completed_weeks_and_the_days_that_are_known() {
    let printed = |name: &str, arguments: &[&str]| {
        let text = text(&format!("age-{name}"), &[arguments, &["--patient", NAME]].concat());
        let line = |label: &str| {
            let after = text.split_once(label)?.1.trim_start_matches('\n');
            after.lines().next().map(str::to_owned)
        };
        line("Weeks of pregnancy").or_else(|| line("Weeks after birth")).expect("her weeks")
    };
    for (name, arguments, expected) in [
        ("weeks", &["third-trimester", "--week", "30"][..], "30 weeks"),
        ("days", &["third-trimester", "--week", "30w2d"], "30 weeks + 2 days"),
        ("none", &["third-trimester", "--week", "30+0"], "30 weeks + 0 days"),
        ("due", &["third-trimester", "--due-date", "2027-02-01", "--date", "2026-11-24"], "30 weeks + 1 day"),
        ("past", &["third-trimester", "--due-date", "2026-11-05"], "42 weeks + 1 day"),
        ("birth", &["after-birth", "--weeks-after-birth", "3+1"], "3 weeks + 1 day"),
    ] {
        assert_eq!(printed(name, arguments), expected, "{name}");
    }
    let folder = folder("sheet/past");
    let run = sheet(&folder, &["third-trimester", "--week", "42+1"]).exits(0);
    assert!(run.told.contains("note[S015]: she is past 42 weeks: 42 weeks + 1 day"), "{}", run.told);
    for (week, allowed) in [("16+6", true), ("17+0", false)] {
        let run = sheet(&folder, &["upper-back", "--week", week, "--exercise", "bridge"]);
        assert!(!allowed || run.told.contains("not for this stage"), "{}", run.told);
        assert!(allowed || run.told.contains("not after week 16"), "{}", run.told);
    }
}

#[test]
fn a_handout_of_another_stage_is_refused_unless_somebody_says_why() {
    let (codes, told) = refused("stage", &["third-trimester", "--week", "12"]);
    assert_eq!(codes, ["S010"], "{told}");
    assert!(told.contains("this handout is not for 12 weeks") && told.contains("--override stage --because"), "{told}");
    let folder = folder("sheet/stage");
    let because = "she asked to read ahead";
    let given = ["--override", "stage", "--because", because, "--clinician", "Jane Doe", "--report", "--id", "v1"];
    let run = sheet(&folder, &[&["third-trimester", "--week", "12"], &given[..]].concat()).exits(0);
    assert!(
        run.told.contains("the handout is given although it is not for this week; the sheet says why"),
        "{}",
        run.told
    );
    let printed = text_of(&pdf(&folder)).replace('\n', " ");
    assert!(
        printed.contains(&format!("Given by Jane Doe although it is meant for another stage: {because}.")),
        "{printed}"
    );
    let report = std::fs::read_to_string(folder.join("out/v1.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(
        (&report["overrides"][0]["exercise"], &report["overrides"][0]["because"]),
        (&"stage".into(), &because.into())
    );
    let unneeded =
        sheet(&folder, &["third-trimester", "--week", "30", "--override", "stage", "--because", "so"]).exits(0);
    assert!(unneeded.told.contains("warning[S009]: the handout needs no override"), "{}", unneeded.told);
}

#[test]
fn the_week_chooses_the_handout_where_none_is_named() {
    for (name, week, title) in [
        ("first", ["--week", "13+6"], "first trimester"),
        ("second", ["--week", "14"], "second trimester"),
        ("third", ["--due-date", "2027-02-01"], "third trimester"),
        ("after", ["--weeks-after-birth", "3"], "after birth"),
    ] {
        let text = text(&format!("chosen-{name}"), &week).to_lowercase();
        assert!(text.contains(&format!("back pain in the {title}")) || text.contains(title), "{name}: {text}");
    }
    let (codes, _) = refused("neither", &["--patient", NAME]);
    assert_eq!(codes, ["S018"]);
    let (codes, _) = refused("no-language", &["--week", "30", "--language", "ar"]);
    assert_eq!(codes, ["S018"]);
    let (codes, _) = refused("after-birth-without-week", &["after-birth"]);
    assert_eq!(codes, ["S017"]);
    let folder = folder("sheet/no-week");
    let run = sheet(&folder, &["third-trimester"]).exits(0);
    assert!(run.told.contains("note[S017]: no week is told"), "{}", run.told);
    // The clinic's own handout of a stage comes before the library's.
    std::fs::create_dir_all(folder.join("handouts")).expect("writable");
    let own = library::source("handouts/third-trimester.yaml")
        .text
        .replace("title: Back pain in the third", "title: Aches in the third");
    std::fs::write(folder.join("handouts/late.yaml"), own).expect("writable");
    sheet(&folder, &["--week", "30", "--id", "own", "-o", "own"]).exits(0);
    assert!(text_of(&std::fs::read(folder.join("own/own.pdf")).expect("a sheet")).contains("Aches in the third"));
}

#[test]
fn her_dose_stands_alone_and_the_diary_has_a_box_for_each_time() {
    let folder = folder("sheet/dose");
    std::fs::create_dir_all(folder.join("handouts/exercises")).expect("writable");
    let own = library::source("handouts/exercises/side-lying-clam.yaml").text.clone();
    let limit = "limits:\n  - { when: from week 28, text: 8 times is enough., stages: [third-trimester] }\n";
    std::fs::write(folder.join("handouts/exercises/clam.yaml"), own.replace("limits:\n", limit)).expect("writable");
    let run = sheet(&folder, &["--week", "30", "--exercise", "clam:3x12, hold 5s, twice a day"]).exits(0);
    assert!(run.told.contains("note[S016]"), "{}", run.told);
    let pdf = pdf(&folder);
    let printed = text_of(&pdf).replace('\n', " ");
    assert!(printed.contains("3 sets of 12, on each side, hold 5 seconds, 2 times a day, 3 days a week"), "{printed}");
    assert!(!printed.contains("8 times is enough"), "{printed}");
    assert!(printed.contains("2 times a day, 3 days a week"), "{printed}");
    for (dose, part) in [
        ("3x10 20x5", "said twice"),
        ("hold 600s", "seconds of a hold"),
        ("left right", "side"),
        ("3x10 bd", "twice a day"),
    ] {
        let (codes, told) = refused("bad-dose", &["--week", "30", "--exercise", &format!("cat-stretch:{dose}")]);
        assert!(codes == ["S005"] && told.contains(part), "{dose}: {told}");
    }
}

#[test]
fn the_handouts_own_exercises_are_left_out_where_they_must_be() {
    let folder = folder("sheet/left-out");
    let run = sheet(&folder, &["after-birth", "--weeks-after-birth", "0"]).exits(0);
    assert!(run.told.contains("note[S014]"), "{}", run.told);
}

// Overrides.

#[test]
fn an_override_is_printed_and_kept() {
    let folder = folder("sheet/override");
    let because = "she has done it since week 8, on two pillows";
    let arguments = ["second-trimester", "--week", "20", "--clinician", "Jane Doe", "--exercise", "bridge"];
    let more = ["--override", "bridge", "--because", because, "--id", "visit-7", "--report", "--patient", NAME];
    let run = sheet(&folder, &[&arguments[..], &more].concat()).exits(0);
    assert!(
        run.told.contains("`bridge` is given although it is not for this week; the sheet says why"),
        "{}",
        run.told
    );
    assert!(!run.told.contains("pillows"), "{}", run.told);
    assert_eq!(files_in(&folder.join("out")), ["visit-7.json", "visit-7.pdf"]);
    let text = text_of(&pdf(&folder));
    let printed =
        "Given by Jane Doe although it is done flat on the back, and not advised after week 16: she has done it";
    assert!(text.contains(printed), "{text}");
    let report = std::fs::read_to_string(folder.join("out/visit-7.json")).expect("a report");
    let value: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!((&value["id"], &value["week"]), (&"visit-7".into(), &20.into()));
    assert_eq!(value["overrides"][0]["exercise"], "bridge");
    assert_eq!(value["overrides"][0]["because"], because);
    assert_eq!(value["overrides"][0]["reason"], "flat on the back, not after week 16");
    assert!(!report.contains("Zebedina") && !report.contains("Quirkwater"), "{report}");
}

// Her name.

#[test]
fn a_file_has_its_id_or_a_name_that_tells_nothing() {
    let folder = folder("sheet/names");
    let name = |more: &[&str]| {
        let _ = std::fs::remove_dir_all(folder.join("out"));
        sheet(&folder, &[&["third-trimester", "--week", "30"], more].concat()).exits(0);
        files_in(&folder.join("out")).remove(0)
    };
    let one = name(&["--patient", NAME]);
    assert_eq!(one, name(&["--patient", NAME]), "the same request has the same name");
    assert_ne!(one, name(&["--patient", NAME, "--exercise", "pelvic-tilt"]));
    // Whoever has a list of patients cannot try which of them gives this name.
    for hers in [
        &["--patient", "Somebody Else"][..],
        &["--patient", NAME, "--clinician", "Jane Doe"],
        &["--patient", NAME, "--note", "Rest when it hurts."],
        &["--patient", NAME, "--next-visit", "2026-12-04"],
    ] {
        assert_eq!(one, name(hers), "{hers:?}");
    }
    let middle = one.strip_prefix("sheet-").and_then(|name| name.strip_suffix(".pdf")).expect("sheet-….pdf");
    assert!(middle.len() == 8 && middle.chars().all(|c| c.is_ascii_hexdigit()), "{one}");
    let (codes, told) = refused("id", &["third-trimester", "--patient", NAME, "--id", "visit-quirkwater"]);
    assert!(codes == ["S006"] && !told.contains("Quirkwater"), "{told}");
}

#[test]
fn a_sheet_without_an_id_takes_no_other_patients_place() {
    let folder = folder("sheet/place");
    let _ = std::fs::remove_dir_all(folder.join("out"));
    for patient in [NAME, "Somebody Else", NAME, "A Third", "Somebody Else"] {
        sheet(&folder, &["third-trimester", "--week", "30", "--patient", patient, "--report"]).exits(0);
    }
    let mut files = files_in(&folder.join("out"));
    files.retain(|name| name.ends_with(".pdf"));
    let mut found = [NAME, "Somebody Else", "A Third"].map(|patient| {
        let hers =
            |name: &&String| text_of(&std::fs::read(folder.join("out").join(name)).expect("a sheet")).contains(patient);
        let sheets: Vec<&String> = files.iter().filter(hers).collect();
        assert_eq!(sheets.len(), 1, "{patient}: {files:?}");
        let id = sheets[0].trim_end_matches(".pdf");
        let report = std::fs::read_to_string(folder.join(format!("out/{id}.json"))).expect("a report");
        assert!(report.contains(&format!("\"id\": \"{id}\"")), "{report}");
        id.to_owned()
    });
    found.sort();
    assert_eq!(files.len(), 3, "{files:?}");
    assert_eq!(found, [String::new(), "-2".to_owned(), "-3".to_owned()].map(|end| format!("{}{end}", found[0])));
}

/// Whether bytes hold a text, as it is or in two bytes a letter.
fn holds(bytes: &[u8], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [text.as_bytes(), &wide].iter().any(|wanted| bytes.windows(wanted.len()).any(|window| window == *wanted))
}

#[test]
fn her_name_is_on_the_pages_and_nowhere_else() {
    let folder = folder("sheet/privacy");
    let quiet = run(&folder, FULL).exits(0);
    let pdf = pdf(&folder);
    assert!(text_of(&pdf).contains(NAME));
    let outside = Reading::of(&pdf);
    let mut told = vec![quiet.told, outside.information.join("\n"), outside.outline.join("\n")];
    assert!(outside.information.iter().any(|line| line.contains("Back pain in the third trimester: personal sheet")));
    told.extend(files_in(&folder.join("out")));
    // Every object but what is painted: dictionaries, strings, XMP, outlines, structure.
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    for object in document.objects.values() {
        match object {
            lopdf::Object::Stream(stream) => {
                told.push(format!("{:?}", stream.dict));
                if stream.dict.get(b"Type").and_then(lopdf::Object::as_name).is_ok_and(|kind| kind == b"Metadata") {
                    told.push(String::from_utf8_lossy(&stream.content).into_owned());
                }
            }
            other => told.push(format!("{other:?}")),
        }
    }
    for part in ["Zebedina", "Quirkwater"] {
        assert!(!holds(&pdf, part), "{part} is in the file's bytes");
        assert!(told.iter().all(|told| !told.contains(part)), "{part}: {told:?}");
    }
    let _ = std::fs::remove_dir_all(folder.join("out"));
    run(&folder, &[FULL, &["--name-in-metadata"]].concat()).exits(0);
    let title = Reading::of(&self::pdf(&folder)).information.join("\n");
    assert!(title.contains(NAME), "{title}");
}

#[test]
fn messages_never_print_her_name() {
    let folder = folder("sheet/messages");
    for input in [
        format!("{{\"week\": 99, \"patient\": \"{NAME}\", \"note\": \"Dear {NAME}\"}}"),
        format!("patient: {NAME}: x\nweek: 3\n"),
        format!("patient: >\n  {NAME} 🙂\nweek: 30\nexercises: [bridge]\n"),
        format!("patient: {NAME}\nweek: 30\nexercises: [{{ id: bridge, note: Zebedina can do it }}]\n"),
        format!("patient: [{NAME}"),
        format!("patient: 王小明\nnote: Dear {NAME}\nweek: 30\n"),
        format!("{NAME}: 30\n"),
        format!("week: {NAME}\n"),
        format!("patient: {NAME}\nexercises: [{NAME}]\n"),
        format!("patient: {NAME}\nclinician: [{NAME}]\n"),
        format!("patient: {NAME}\n{NAME}\n"),
    ] {
        let run = run_with(&folder, &["sheet", "third-trimester", "--from", "-"], &[], input.as_bytes()).exits(1);
        assert!(run.told.contains("--> standard input:"), "{}", run.told);
        for part in ["Zebedina", "Quirkwater", "王", "小", "明"] {
            assert!(!run.told.contains(part), "{input}\n{}", run.told);
        }
    }
}

// Requests from files.

#[test]
fn a_request_is_read_from_json_and_yaml_and_options_go_before_it() {
    let json = format!(
        "{{\"id\": \"visit-1\", \"patient\": \"{NAME}\", \"due_date\": \"2027-02-01\", \"date\": \"2026-11-23\",
          \"exercises\": [\"pelvic-tilt:3x10\", {{\"id\": \"cat-stretch\", \"dose\": \"2x5\", \"note\": \"Go **slowly**\"}}]}}"
    );
    let folder = folder("sheet/from");
    std::fs::write(folder.join("request.json"), &json).expect("writable");
    run_with(&folder, &["sheet", "third-trimester", "--from", "-"], &[], json.as_bytes()).exits(0);
    let text = text_of(&std::fs::read(folder.join("out/visit-1.pdf")).expect("a sheet"));
    for wanted in
        [NAME, "23 November 2026", "Weeks of pregnancy\n30 weeks", "3 sets of 10", "2 sets of 5", "For you: Go slowly"]
    {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let over = ["--from", "request.json", "--id", "visit-2", "--week", "31", "--exercise", "sit-to-stand"];
    sheet(&folder, &[&["third-trimester"], &over[..]].concat()).exits(0);
    let text = text_of(&std::fs::read(folder.join("out/visit-2.pdf")).expect("a sheet"));
    assert!(text.contains("Weeks of pregnancy\n31 weeks") && text.contains("Sit to stand"), "{text}");
    assert!(text.contains(NAME) && !text.contains("Wall pelvic tilt"), "{text}");
}

#[test]
fn a_name_is_text_whatever_yaml_has_for_such_a_word() {
    let folder = folder("sheet/null");
    for (at, name) in ["Null", "No", "True", "1e3", "0x10", "Ng"].into_iter().enumerate() {
        let yaml = format!("id: visit-{at}\npatient: {name}\nweek: 30\nexercises: [cat-stretch]\n");
        std::fs::write(folder.join("request.yaml"), yaml).expect("writable");
        sheet(&folder, &["third-trimester", "--from", "request.yaml"]).exits(0);
        let text = text_of(&std::fs::read(folder.join(format!("out/visit-{at}.pdf"))).expect("a sheet"));
        assert!(text.contains(&format!("Name\n{name}\n")), "{name}: {text}");
    }
}

// As a library.

#[test]
fn a_prepared_handout_gives_the_same_sheet_again_and_again() {
    let source = library::source("handouts/third-trimester.yaml");
    let (branding, shelf) = (library::branding("handouts/brands/riverside.yaml"), library::shelf());
    let clock = Clock { today: parse_day("2026-11-20").ok(), strict: false };
    let settings = Settings { clock, ..Settings::default() };
    let yaml = format!("patient: {NAME}\nweek: 30\nexercises: [pelvic-tilt]\n");
    let request = handout::model::load::<SheetRequest>(&Source::new("row", yaml)).expect("a request").value;
    let handout = shelf.read_handout(&source).expect("a good handout");
    let order = Order { handout: &handout, branding: &branding, shelf: &shelf, patient: None, settings };
    let checked = order.check();
    let first = checked.personal(&request).proof().print().expect("a sheet");
    assert!(first.pdf == checked.personal(&request).proof().print().expect("a sheet").pdf);
    assert!(first.pdf == Order { patient: Some(&request), ..order }.build().expect("a sheet").pdf);
    assert_eq!(first.prescribed.expect("a sheet").exercises, ["pelvic-tilt"]);
    assert_ne!(file_stem(&request, "third-trimester"), file_stem(&request, "upper-back"));
}

#[test]
fn sheets_conform() {
    let folder = folder("sheet/judges");
    let mut files: Vec<PathBuf> = Vec::new();
    let mut make = |id: &str, arguments: &[&str]| {
        run(&folder, &[arguments, &["--id", id, "--report"]].concat()).exits(0);
        let report = std::fs::read_to_string(folder.join(format!("out/{id}.json"))).expect("a report");
        assert!(!report.contains("\"code\": \"L"), "{id}: the pages are as they should be: {report}");
        files.push(folder.join(format!("out/{id}.pdf")));
    };
    make("full", FULL);
    make("form", &["sheet", "second-trimester"]);
    make(
        "letter",
        &["sheet", "after-birth", "--weeks-after-birth", "8", "--brand", "juniper", "--section", "prevention"],
    );
    make("arabic", &["sheet", "third-trimester", "--week", "30", "--patient", "ليلى حسن", "--note", "مرحبا 3 مرات"]);
    let right_to_left = |path: &str| library::project(path).to_string_lossy().into_owned();
    let (handout, brand) = (right_to_left("tests/arabic/arabic.yaml"), right_to_left("tests/arabic/brand.yaml"));
    make("right-to-left", &["sheet", &handout, "--brand", &brand, "--patient", NAME, "--note", "مرحبا 3 مرات"]);
    files.iter().for_each(|file| judges::qpdf(file));
    judges::verapdf(&files);
}
