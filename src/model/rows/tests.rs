use proptest::prelude::*;

use super::*;
use crate::diag::render_human;

fn rows(text: &str) -> Rows {
    read("rows.csv", text.as_bytes(), RowsFormat::Csv).unwrap_or_else(|found| panic!("{}", render_human(&found, false)))
}

fn codes_of(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

fn refused(bytes: &[u8]) -> Vec<&'static str> {
    codes_of(&read("rows.csv", bytes, RowsFormat::Csv).unwrap_err())
}

#[test]
fn columns_become_values_with_places() {
    let all = rows(
        "\u{feff}id,patient,week,large_print,exercises,note\r\nv1,\"O'Hara, Ann\",30,TRUE,\"pelvic-tilt:3x10; cat-stretch\",\"two\nlines \"\"so\"\"\"\r\n\r\n,,,,,\r\nv2,=cmd|' /C calc'!A0,,,,\r\n",
    );
    assert_eq!(all.count(), 2, "empty lines are no rows");
    let (first, findings) = all.request(0);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(first.patient.unwrap().value.expose(), "O'Hara, Ann");
    assert_eq!(first.note.unwrap().value.expose(), "two\nlines \"so\"");
    assert!(first.large_print && first.week.as_ref().unwrap().value.to_string() == "30");
    assert_eq!(first.week.unwrap().place.line_column(), (2, 18));
    let exercises: Vec<_> = first.exercises.iter().map(|e| (e.id.value.as_str(), e.id.place.line_column())).collect();
    assert_eq!(exercises, [("pelvic-tilt:3x10", (2, 27)), ("cat-stretch", (2, 45))]);
    let (second, findings) = all.request(1);
    assert!(findings.is_empty());
    assert_eq!(second.patient.unwrap().value.expose(), "=cmd|' /C calc'!A0");
    assert_eq!(second.id.unwrap().place.line_column(), (6, 1));
}

#[test]
fn semicolons_and_tabs_are_read_too() {
    for text in ["id;patient;exercises\nv1;Ann, B;\"a; b\"\n", "id\tpatient\texercises\nv1\tAnn, B\ta; b\n"] {
        let (request, findings) = rows(text).request(0);
        assert!(findings.is_empty());
        assert_eq!((request.patient.unwrap().value.expose().as_str(), request.exercises.len()), ("Ann, B", 2));
    }
}

#[test]
fn json_lines_say_the_same_as_csv() {
    let text = r#"{"id": "v1", "patient": "Zo\u00eb \ud83d\ude00, \"x\"", "week": 30, "large_print": true, "note": null, "exercises": ["a:3x10", "b"]}

{"patient": "C", "id": 17}"#;
    let all = read("rows.jsonl", text.as_bytes(), RowsFormat::JsonLines).unwrap();
    let (first, findings) = all.request(0);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(first.patient.unwrap().value.expose(), "Zoë 😀, \"x\"");
    assert_eq!(first.week.unwrap().place.line_column(), (1, 65));
    assert_eq!(all.id(1), Some("17"));
    let same = rows("id,patient,week,large_print,exercises\nv1,\"Zoë 😀, \"\"x\"\"\",30,true,a:3x10; b\n");
    assert_eq!(all.canonical(0), same.canonical(0));
}

#[test]
fn files_that_are_no_rows_are_refused() {
    assert_eq!(refused(b""), ["R003"]);
    assert_eq!(refused(b"id,patient\n"), ["R003"]);
    assert_eq!(refused(b"v1,Ann Smith,30\nv2,Bea,31\n"), ["R003"]);
    assert_eq!(refused(b"id,patient\nv1,Jos\xe9\n"), ["R001"]);
    assert_eq!(refused(b"\xff\xfei\0d\0"), ["R001"]);
    assert_eq!(refused(b"id,excercises,id\n"), ["R004", "R005"]);
    assert_eq!(refused(b"patient,week\nAnn,3\n"), ["R006"]);
    assert_eq!(refused(&vec![b'a'; MAX_BYTES + 1]), ["R002"]);
    let many = "id\n".to_owned() + &"a\n".repeat(MAX_ROWS + 1);
    assert_eq!(refused(many.as_bytes()), ["R002"]);
}

#[test]
fn mistakes_of_rows_are_found_and_show_no_name() {
    for (row, expected) in [
        ("v1,Ann Smith,30", vec![]),
        (",Ann Smith,30", vec!["R006"]),
        ("../v1,Ann Smith,30", vec!["R007"]),
        ("v\u{e9},Ann Smith,30", vec!["R007"]),
        ("NUL,Ann Smith,30", vec!["R007"]),
        ("com1,Ann Smith,30", vec!["R007"]),
        ("com,Ann Smith,30", vec![]),
        ("v1,Smith, Ann Smith,30", vec!["R009"]),
        ("v1,\"Ann Smith,30", vec!["R010"]),
        ("v1,Ann Smith\0,30", vec!["R011"]),
        ("v1,\"Ann\nSmith\",30", vec!["R011"]),
        ("v1,Ann Smith,45", vec!["R012"]),
        ("v1,Ann Smith,30-4", vec!["R012"]),
        ("v1,30,Ann Smith", vec!["R012"]),
        ("Ann Smith,v1,30", vec!["R007"]),
        ("smith_ann,Ann Smith,30", vec!["R013"]),
        ("x-annsmith,Ann Smith,30", vec!["R013"]),
    ] {
        let all = rows(&format!("id,patient,week\n{row}\n"));
        let (_, findings) = all.request(0);
        assert_eq!(codes_of(&findings), expected, "{row:?}");
        let told = render_human(&findings, false);
        assert!(!told.contains("Ann Smith") && !told.contains("Smith\""), "{told}");
    }
    let long = format!("id,note\nv1,{}\n", "é".repeat(MAX_CELL + 1));
    assert_eq!(codes_of(&rows(&long).request(0).1), ["R002"]);
}

#[test]
fn a_finding_points_at_its_cell() {
    let all = rows("id,patient,week\nv1,Nguyễn Thị Hồng,30.4\n");
    let told = render_human(&all.request(0).1, false);
    let expected = "\
error[R012]: `week` is not a number of weeks
 --> rows.csv:2:20
  |
2 | v1,****•* **•* ***,30.4
  |                    ^^^^ this can be read in more than one way; for 30 weeks and 2 days write 30+2
  |
help: write completed weeks, or weeks and days: 30 or 30+2
";
    let plain = |text: &str| text.replace(['•', '·', '*', ' '], "");
    assert_eq!(plain(told.trim_end()), plain(expected.trim_end()), "{told}");
}

#[test]
fn rows_of_one_id_name_each_other() {
    let doubles = rows("id\nv1\nv2\nV1\nv2\n").doubles();
    let told: Vec<(usize, String)> =
        doubles.iter().map(|(row, f)| (*row, format!("{}; {}", f.message, f.label))).collect();
    assert_eq!(told[0], (0, "rows 1 and 3 have one id; line 4 (row 3) has this id but for capitals".to_owned()));
    assert_eq!(told[3], (3, "rows 2 and 4 have one id; line 3 (row 2) has the same id".to_owned()));
    assert_eq!(told.len(), 4);
}

#[test]
fn lines_that_are_no_objects_are_found() {
    for line in [
        "[1]",
        "{\"id\": ",
        "{\"id\": \"v1\", \"weak\": 3}",
        "{\"id\":\"a\",\"id\":\"b\"}",
        "{\"id\":\"a\",\"note\":[1]}",
    ] {
        let all = read("rows.jsonl", line.as_bytes(), RowsFormat::JsonLines).unwrap();
        assert_eq!(all.request(0).1.len(), 1, "{line}: {:?}", all.request(0).1);
    }
}

/// Everything that can be asked of rows.
fn ask(bytes: &[u8], format: RowsFormat) {
    let findings = match read("rows", bytes, format) {
        Err(findings) => findings,
        Ok(rows) => {
            let doubles = rows.doubles().into_iter().map(|(_, finding)| finding);
            let all = (0..rows.count()).flat_map(|index| {
                let (request, findings) = rows.request(index);
                let places = request.exercises.iter().map(|exercise| exercise.id.place.clone());
                assert!(places.map(|place| place.line_column()).all(|(line, _)| line > 0));
                let _ = (rows.canonical(index), rows.has_good_id(index));
                findings
            });
            all.chain(doubles).collect()
        }
    };
    let told = render_human(&findings, false);
    assert!(findings.is_empty() || !told.is_empty());
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        ask(&bytes, RowsFormat::Csv);
        ask(&bytes, RowsFormat::JsonLines);
    }

    #[test]
    fn anything_like_rows_is_read_without_panic(text in "[a1,;\"\n\r\té😀=\u{0} -]{0,80}", json in "[\\{\\}\\[\\],:\"\\\\a1é😀 \n]{0,40}") {
        ask(format!("id,patient,week,exercises\n{text}").as_bytes(), RowsFormat::Csv);
        ask(format!("{{\"id\": \"a\", \"patient\": \"{json}\"}}\n{json}").as_bytes(), RowsFormat::JsonLines);
    }

    #[test]
    fn what_is_written_as_csv_is_read_again(cells in proptest::collection::vec("[a1,;\"\n\té😀=+@-]{0,12}", 1..8)) {
        let mut writer = ::csv::WriterBuilder::new().from_writer(Vec::new());
        writer.write_record(["id", "note"]).unwrap();
        for (index, cell) in cells.iter().enumerate() {
            writer.write_record([format!("v{index}").as_str(), cell]).unwrap();
        }
        let rows = read("rows", &writer.into_inner().unwrap(), RowsFormat::Csv).unwrap();
        prop_assert_eq!(rows.count(), cells.len());
        for (index, cell) in cells.iter().enumerate() {
            let (request, findings) = rows.request(index);
            prop_assert!(findings.is_empty(), "{findings:?}");
            let note = request.note.map(|note| note.value).unwrap_or_default();
            prop_assert_eq!(note.expose(), cell.trim());
        }
    }
}
