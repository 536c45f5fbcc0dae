use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::folder::Store;
use super::manifest::{Manifest, Status};
use super::outcome::{Extent, Mistakes, Outcome};
use super::press::{Made, Merger, Part, Press};
use super::run::{Policy, Run};
use super::shard::{Shard, chosen};
use super::*;
use crate::app::key::Key;
use crate::model::patient::SheetRequest;
use crate::model::rows::RowsFormat;

/// Files in memory; the disk is full after so many writes.
#[derive(Default)]
struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    writes: AtomicUsize,
    room: Option<usize>,
}

impl Memory {
    fn with_room(room: usize) -> Self {
        Self { room: Some(room), ..Self::default() }
    }

    fn use_room(&self) -> io::Result<()> {
        let before = self.writes.fetch_add(1, Ordering::Relaxed);
        if self.room.is_some_and(|room| before >= room) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn manifest(&self, name: &str) -> Manifest {
        Manifest::parse(&self.read(name).unwrap().unwrap_or_default())
    }
}

impl Store for Memory {
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.use_room()?;
        self.files.lock().unwrap().insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn append(&self, name: &str, line: &str) -> io::Result<()> {
        self.use_room()?;
        self.files.lock().unwrap().entry(name.to_owned()).or_default().extend(line.as_bytes());
        Ok(())
    }

    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.files.lock().unwrap().get(name).cloned())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.files.lock().unwrap().remove(name);
        Ok(())
    }

    fn names(&self) -> io::Result<Vec<String>> {
        Ok(self.files.lock().unwrap().keys().cloned().collect())
    }

    fn shown(&self) -> String {
        "memory".to_owned()
    }
}

/// Makes a sheet of as many pages as weeks; week 13 fails.
#[derive(Default)]
struct Printer {
    made: AtomicUsize,
}

struct Pile(Vec<u8>);

impl Press for Printer {
    fn name(&self) -> &str {
        "leaflet"
    }

    fn fingerprint(&self) -> &str {
        "1"
    }

    fn check(&self, _: &SheetRequest) -> Vec<Finding> {
        Vec::new()
    }

    fn make(&self, request: &SheetRequest) -> Result<Made, Vec<Finding>> {
        self.made.fetch_add(1, Ordering::Relaxed);
        let name = request.patient.as_ref().map_or("", |name| name.value.expose().as_str());
        match request.week.as_ref().map_or(1, |week| week.value.weeks()) {
            13 => Err(vec![Finding::error("L001", "it does not fit")]),
            week => Ok(Made {
                pdf: format!("{name}:{week};").into(),
                pages: usize::from(week),
                findings: Vec::new(),
                overrides: Vec::new(),
            }),
        }
    }

    fn merger(&self) -> Result<Box<dyn Merger + '_>, Vec<Finding>> {
        Ok(Box::new(Pile(Vec::new())))
    }
}

impl Merger for Pile {
    fn add(&mut self, part: Part<'_>) -> Result<(), Vec<Finding>> {
        self.0.extend(part.pdf);
        self.0.extend(format!("{}+{} ", part.pages, part.blank_after).as_bytes());
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Vec<Finding>> {
        Ok(self.0)
    }
}

fn rows(weeks: &[u8]) -> Rows {
    let lines: String = weeks.iter().enumerate().map(|(at, week)| format!("v{at},Ann {at},{week}\n")).collect();
    rows::read("rows.csv", format!("id,patient,week\n{lines}").as_bytes(), RowsFormat::Csv).unwrap()
}

fn key() -> &'static Key {
    static KEY: std::sync::OnceLock<Key> = std::sync::OnceLock::new();
    KEY.get_or_init(|| Key::of_test(b"0123456789abcdef"))
}

fn run<'r>(rows: &'r Rows, press: &'r Printer, store: &'r Memory) -> Run<'r> {
    let policy = Policy { most_failures: 1 };
    Run {
        rows,
        press,
        store,
        shard: Shard::WHOLE,
        jobs: 3,
        policy,
        merged: None,
        merge_only: false,
        key: key(),
        identity: "batch",
        watcher: &(),
    }
}

fn counts(outcome: &Outcome) -> [usize; 4] {
    [outcome.kept, outcome.made, outcome.failed, outcome.skipped]
}

#[test]
fn a_failed_row_ends_the_run_unless_it_may_go_on() {
    let weeks: Vec<u8> = (0..40).map(|at| if at == 5 { 13 } else { 2 }).collect();
    let (rows, press, store) = (rows(&weeks), Printer::default(), Memory::default());
    let outcome = run(&rows, &press, &store).make(Mistakes::default(), false).unwrap();
    let [_, made, failed, skipped] = counts(&outcome);
    assert!(failed == 1 && skipped > 20 && made + failed + skipped == 40, "{outcome:?}");
    assert_eq!(store.manifest("manifest.jsonl").rows.len(), 40);
    let again = Run { policy: Policy { most_failures: 9 }, ..run(&rows, &press, &store) };
    let outcome = again.make(Mistakes::default(), true).unwrap();
    assert_eq!(counts(&outcome), [made, 39 - made, 1, 0]);
    let manifest = store.manifest("manifest.jsonl");
    assert_eq!(manifest.rows[&6].status, Status::Failed);
    assert_eq!(manifest.rows[&6].findings, ["L001"]);
    assert_eq!(store.names().unwrap().len(), 40, "39 sheets and the manifest");
    assert!(outcome.problem().is_none() && outcome.extent() == Extent::Part);
}

#[test]
fn a_full_disk_ends_the_run_and_loses_nothing() {
    let rows = rows(&[2; 50]);
    let none = Memory::with_room(0);
    let told = run(&rows, &Printer::default(), &none).make(Mistakes::default(), false).expect_err("no room at all");
    assert!(matches!(told, Problem::File(text) if text.ends_with("the disk is full")));
    for room in [1, 2, 3, 10, 41, 100] {
        let (press, store) = (Printer::default(), Memory::with_room(room));
        let outcome = run(&rows, &press, &store).make(Mistakes::default(), false).unwrap();
        let manifest = store.manifest("manifest.jsonl");
        assert!(manifest.damaged.is_empty());
        for entry in manifest.rows.values().filter(|entry| entry.status == Status::Done) {
            let sheet = store.read(&format!("{}.pdf", entry.id.as_ref().unwrap())).unwrap().expect("the sheet");
            assert_eq!(key().knows(entry.output.as_ref().unwrap(), &sheet), Some(true));
        }
        match outcome.problem() {
            Some(Problem::File(text)) => assert!(text.ends_with("could not be written: the disk is full"), "{text}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn sheets_are_merged_in_the_order_of_rows_each_on_a_front_page() {
    let (rows, press, store) = (rows(&[2, 3, 13, 1, 5]), Printer::default(), Memory::default());
    let merging = Run {
        merged: Some("leaflet-merged.pdf".to_owned()),
        policy: Policy { most_failures: 9 },
        ..run(&rows, &press, &store)
    };
    let outcome = merging.make(Mistakes::default(), false).unwrap();
    let merged = store.read("leaflet-merged.pdf").unwrap().unwrap();
    assert_eq!(String::from_utf8(merged).unwrap(), "Ann 0:2;2+0 Ann 1:3;3+1 Ann 3:1;1+1 Ann 4:5;5+0 ");
    assert_eq!(outcome.merged.unwrap().pages, 13);
    let alone = Memory::default();
    let only = Run { merge_only: true, store: &alone, ..merging };
    only.make(Mistakes::default(), false).unwrap();
    assert_eq!(alone.names().unwrap(), ["leaflet-merged.pdf", "manifest.jsonl"]);
    assert!(alone.manifest("manifest.jsonl").rows[&1].only_merged);
}

#[test]
fn only_what_has_changed_is_made_again() {
    let (before, after) = (rows(&[2, 2, 2, 2]), rows(&[2, 3, 2, 2]));
    let store = Memory::default();
    run(&before, &Printer::default(), &store).make(Mistakes::default(), false).unwrap();
    store.remove("v2.pdf").unwrap();
    store.write("v3.pdf", b"damaged").unwrap();
    let press = Printer::default();
    let outcome = run(&after, &press, &store).make(Mistakes::default(), true).unwrap();
    assert_eq!((counts(&outcome), press.made.into_inner()), ([1, 3, 0, 0], 3));
    assert_eq!(store.read("v1.pdf").unwrap().unwrap(), b"Ann 1:3;");
}

#[test]
fn threads_change_nothing() {
    let rows = rows(&(1..=42).filter(|week| *week != 13).collect::<Vec<u8>>());
    let made = [1, 2, 16].map(|jobs| {
        let (press, store) = (Printer::default(), Memory::default());
        Run { jobs, ..run(&rows, &press, &store) }.make(Mistakes::default(), false).unwrap();
        store.files.into_inner().unwrap()
    });
    assert!(made[0] == made[1] && made[1] == made[2] && made[0].len() == 42);
}

#[test]
fn a_failed_row_is_told_by_its_number_and_id() {
    let (rows, press, store) = (rows(&[13]), Printer::default(), Memory::default());
    let outcome = run(&rows, &press, &store).make(Mistakes::default(), false).unwrap();
    let told = format!("{:?}", outcome.failures);
    assert!(told.contains("row 1 (v0): it does not fit"), "{told}");
}

#[test]
fn parts_are_every_row_once() {
    for total in [0, 1, 7, 100_000] {
        for count in [1, 2, 3, 8] {
            let parts = (1..=count).map(|index| Shard { index, count }.rows(total));
            let all: Vec<usize> = parts.flatten().collect();
            assert_eq!(all, (0..total).collect::<Vec<_>>());
        }
    }
}

#[test]
fn array_jobs_tell_which_part_is_theirs() {
    let of = |asked: Option<&str>, count: Option<usize>, set: &[(&str, &str)]| {
        let variable = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let asked = asked.map(|text| text.parse().unwrap());
        chosen(asked, count.and_then(std::num::NonZeroUsize::new), &variable)
            .map(|shard| (shard.index, shard.count))
            .ok()
    };
    let job = ("JOB_COMPLETION_INDEX", "0");
    assert_eq!(of(None, None, &[]), Some((1, 1)));
    assert_eq!(of(Some("2/3"), None, &[job]), Some((2, 3)));
    assert_eq!(of(None, None, &[job, ("JOB_COMPLETIONS", "4")]), Some((1, 4)));
    assert_eq!(of(None, Some(5), &[job]), Some((1, 5)));
    assert_eq!(of(None, None, &[("AWS_BATCH_JOB_ARRAY_INDEX", "2"), ("AWS_BATCH_JOB_ARRAY_SIZE", "3")]), Some((3, 3)));
    for bad in [
        &[job][..],
        &[("JOB_COMPLETION_INDEX", "4"), ("JOB_COMPLETIONS", "4")],
        &[("JOB_COMPLETION_INDEX", "x"), ("JOB_COMPLETIONS", "4")],
    ] {
        assert_eq!(of(None, None, bad), None, "{bad:?}");
    }
    assert_eq!(of(None, Some(2), &[]), None);
    for bad in ["0/2", "3/2", "1", "a/b", "1/0", "-1/2"] {
        assert!(bad.parse::<Shard>().is_err(), "{bad}");
    }
}
