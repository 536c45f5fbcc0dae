//! The rule that keeps the stages apart: each imports only stages to its left and the shared ground.
//!
//! ```text
//! model ─► language ─► topic ─► figure ─► check ─► compose ─► layout ─► press ─► preflight ─► gate ─► pdf ─► app ─► cli
//! shared ground: diag, geom, art, text
//! ```

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use support::library::project;

/// What each part of the program may name of the others; a path also allows what lies under it.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("geom", &[]),
    ("diag", &[]),
    ("art", &["geom"]),
    ("model", &["diag", "geom"]),
    ("text", &["model", "geom"]),
    ("language", &["model", "text", "diag", "geom"]),
    ("topic", &["language", "model", "text", "diag", "geom"]),
    ("figure", &["model", "art", "diag", "geom"]),
    ("check", &["language", "topic", "model", "text", "diag", "geom"]),
    ("compose", &["language", "topic", "model", "figure", "text", "art", "diag", "geom"]),
    ("layout", &["compose", "topic", "text", "art", "geom", "model"]),
    ("press", &["layout::display", "art", "geom"]),
    ("preflight", &["language", "topic", "layout::display", "model", "art", "diag", "geom"]),
    ("gate", &["language", "topic", "check", "preflight", "compose", "figure", "layout", "model", "diag"]),
    ("pdf", &["layout::display", "text::fonts", "art", "geom"]),
];

/// Which crates belong to one place only, or to a few.
const CRATES_AT_HOME: &[(&str, &str)] = &[
    ("printpdf", "src/pdf"),
    ("lopdf", "src/pdf"),
    ("subsetter", "src/pdf"),
    ("serde_yaml", "src/model"),
    ("schemars", "src/model src/topic src/language"),
    ("parley", "src/text"),
    ("usvg", "src/art"),
    ("image", "src/art"),
    ("qrcodegen", "src/art"),
    ("tiny_skia", "src/figure"),
    ("clap", "src/cli"),
    ("clap_complete", "src/cli"),
    ("clap_mangen", "src/cli"),
    ("anstream", "src/cli"),
    ("jiff", "src/cli/clock.rs"),
    ("csv", "src/model/rows"),
    ("indicatif", "src/cli/batch"),
    ("annotate_snippets", "src/diag"),
    ("pulldown_cmark", "src/model"),
    ("unicode_normalization", "src/model"),
    ("unicode_script", "src/check"),
    ("getrandom", "src/app/key.rs"),
    ("fluent_bundle", "src/language"),
    ("fluent_syntax", "src/language"),
    ("unic_langid", "src/language"),
    ("signal_hook", "src/cli"),
];

/// What only the command line may ask of the system.
const SYSTEM: [&str; 6] = ["fs", "env", "time", "net", "process", "thread"];

/// Of that, what `app` may: files, threads, and the number of the process, which is part of the names of temporary files.
const SYSTEM_OF_APP: [&str; 3] = ["fs", "thread", "process::id"];

/// Every Rust file under `src`, by its path from the project's folder, with its text; comments are left out.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut waiting = vec![project("src")];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let name =
                    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside").to_string_lossy().into_owned();
                files.push((name, without_comments(&std::fs::read_to_string(&path).expect("text"))));
            }
        }
    }
    files.sort();
    assert!(files.len() > 30, "the search is broken: {files:?}");
    files
}

fn without_comments(text: &str) -> String {
    let code = text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    code.collect::<Vec<_>>().join("\n")
}

/// The code of a file before its tests: they may use the world as they like.
fn program(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

/// The part of the program that a file belongs to: `src/pdf/tags.rs` to `pdf`.
fn part(file: &str) -> &str {
    let inside = file.strip_prefix("src/").expect("a file under src");
    inside.split('/').next().expect("a name").trim_end_matches(".rs")
}

/// The paths that follow `start` in a text, groups in braces taken apart: `crate::{a::b, c}` gives `a::b` and `c`.
fn paths_after(text: &str, start: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, _) in text.match_indices(start) {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        expand(&text[at + start.len()..], "", &mut paths);
    }
    paths
}

/// Reads one path of a `use`, gives the text behind it.
fn expand<'t>(text: &'t str, prefix: &str, paths: &mut Vec<String>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = expand(rest, prefix, paths).trim_start();
            match rest.strip_prefix(',') {
                Some(next) if !next.trim_start().starts_with('}') => rest = next,
                Some(next) => return &next.trim_start()[1..],
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let path = if prefix.is_empty() { text[..end].to_owned() } else { format!("{prefix}::{}", &text[..end]) };
    match text[end..].strip_prefix("::") {
        Some(rest) if rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '{') => {
            expand(rest, &path, paths)
        }
        _ => {
            paths.push(path);
            let rest = text[end..].trim_start();
            let renamed =
                rest.strip_prefix("as ").map(|name| name.trim_start().trim_start_matches(char::is_alphanumeric));
            renamed.unwrap_or(rest)
        }
    }
}

#[test]
fn paths_are_found() {
    let text = "use crate::a::{self, b::C, d as e};\nlet x = crate::f::g(1); mycrate::z; use crate::{\n h,\n i::J,\n};";
    let found = paths_after(text, "crate::");
    assert_eq!(found, ["a::self", "a::b::C", "a::d", "f::g", "h", "i::J"]);
}

#[test]
fn stages_import_only_what_lies_to_their_left() {
    let mut wrong = Vec::new();
    for (file, text) in files() {
        let own = part(&file);
        if matches!(own, "lib" | "main" | "cli") {
            continue;
        }
        if own == "app" {
            // It uses the whole pipeline, and knows nothing of its own users.
            wrong.extend(paths_after(program(&text), "crate::cli").iter().map(|_| format!("{file} names crate::cli")));
            continue;
        }
        let (_, allowed) = MAY_IMPORT.iter().find(|(name, _)| *name == own).unwrap_or_else(|| panic!("{own} is new"));
        for path in paths_after(program(&text), "crate::") {
            let is_allowed = |allowed: &&str| path == **allowed || path.starts_with(&format!("{allowed}::"));
            let is_own = path == own || path.starts_with(&format!("{own}::"));
            if !is_own && !allowed.iter().any(is_allowed) {
                wrong.push(format!("{file} names crate::{path}"));
            }
        }
        // `super` leads out of a stage only from its top file.
        let is_top = file == format!("src/{own}.rs") || file == format!("src/{own}/mod.rs");
        if is_top && !paths_after(program(&text), "super::").is_empty() {
            wrong.push(format!("{file} leaves its stage through `super`"));
        }
        if program(&text).contains("super::super::super") {
            wrong.push(format!("{file} climbs too high"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_part_is_in_the_rule() {
    let library = std::fs::read_to_string(project("src/lib.rs")).expect("text");
    let modules = library.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'));
    let unknown: Vec<&str> = modules
        .filter(|module| !matches!(*module, "app" | "cli") && !MAY_IMPORT.iter().any(|(name, _)| name == module))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?} stand in no rule");
}

#[test]
fn crates_stay_at_home() {
    let mut wrong = Vec::new();
    for (file, text) in files() {
        for (name, home) in CRATES_AT_HOME {
            let at_home = home.split(' ').any(|home| Path::new(&file).starts_with(home));
            if !at_home && !paths_after(program(&text), &format!("{name}::")).is_empty() {
                wrong.push(format!("{file} names {name}, which belongs to {home}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_command_line_knows_the_system() {
    let mut wrong = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| !matches!(part(file), "cli" | "main")) {
        let text = program(text);
        for path in paths_after(text, "std::") {
            let first = path.split("::").next().unwrap_or_default();
            let starts = |allowed: &&str| path == **allowed || path.starts_with(&format!("{allowed}::"));
            let is_of_app = part(file) == "app" && SYSTEM_OF_APP.iter().any(starts);
            if SYSTEM.contains(&first) && !is_of_app {
                wrong.push(format!("{file} names std::{path}"));
            }
        }
        for word in [
            "println!",
            "eprintln!",
            "print!(",
            "dbg!",
            "SystemTime",
            "Instant::",
            "now_utc",
            "now_local",
            "stdin",
            "stdout",
            "stderr",
        ] {
            if text.contains(word) {
                wrong.push(format!("{file} says {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Folders whose files still import one another in a circle.
const STILL_IN_CIRCLES: &[&str] = &["app", "check", "cli", "compose", "figure", "gate", "model"];

/// The files of the program by their module: `layout::kernel::slab` and its text.
struct Modules(BTreeMap<Vec<String>, String>);

impl Modules {
    fn read() -> Self {
        let module = |(file, text): (String, String)| {
            let inside = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
            // Who may see a thing is no import.
            (inside.split('/').map(str::to_owned).collect(), program(&text).replace("pub(in crate::", "pub(in "))
        };
        Self(files().into_iter().map(module).collect())
    }

    /// The module whose file defines what a path from the crate's root names; re-exports are followed.
    fn home(&self, path: &[String]) -> Option<Vec<String>> {
        let (mut at, mut rest) = (path.get(..1)?.to_vec(), &path[1..]);
        self.0.get(&at)?;
        while let Some((next, after)) = rest.split_first() {
            let inner: Vec<String> = at.iter().chain([next]).cloned().collect();
            if self.0.contains_key(&inner) {
                (at, rest) = (inner, after);
                continue;
            }
            // What is no module and handed on by none is defined here.
            let Some(exported) = self.exports(&at).into_iter().find(|path| path.last() == Some(next)) else { break };
            let own: Vec<String> = [at.as_slice(), rest].concat();
            return if exported == own { Some(at) } else { self.home(&exported) };
        }
        Some(at)
    }

    /// What a module exports of others, as paths from the crate's root.
    fn exports(&self, module: &[String]) -> Vec<Vec<String>> {
        let text = &self.0[module];
        let lines = text.split_inclusive(';').filter_map(|line| line.trim_start().strip_prefix("pub"));
        let statements = lines.filter_map(|line| line.split_once("use ")?.1.split(';').next());
        statements.flat_map(|statement| self.named_in(&format!("use {statement};"), module)).collect()
    }

    /// Every path in a text of a module that may lead to another module, from the crate's root.
    fn named_in(&self, text: &str, module: &[String]) -> Vec<Vec<String>> {
        let split = |path: String| path.split("::").map(str::to_owned).collect::<Vec<_>>();
        let mut named: Vec<Vec<String>> = paths_after(text, "crate::").into_iter().map(split).collect();
        for path in paths_after(text, "super::").into_iter().map(split) {
            let climbs = 1 + path.iter().take_while(|part| *part == "super").count();
            let above = &module[..module.len().saturating_sub(climbs)];
            named.push(above.iter().chain(&path[climbs - 1..]).cloned().collect());
        }
        let children = self.0.keys().filter(|key| key.len() == module.len() + 1 && key.starts_with(module));
        for child in children.filter_map(|key| key.last()) {
            for path in paths_after(text, &format!("{child}::")).into_iter().map(split) {
                named.push(module.iter().chain([child]).chain(&path).cloned().collect());
            }
        }
        named
    }

    /// What each file of a folder imports of the others there.
    fn imports(&self, folder: &str) -> BTreeMap<&[String], BTreeSet<Vec<String>>> {
        let inside = self.0.iter().filter(|(module, _)| module[0] == folder);
        let imports = inside.map(|(module, text)| {
            // What a file only hands on, it does not use.
            let handed_on = self.exports(module);
            let named = self.named_in(text, module).into_iter().filter(|path| !handed_on.contains(path));
            let homes = named.filter(|path| path[0] == folder).filter_map(|path| self.home(&path));
            (module.as_slice(), homes.filter(|home| home != module).collect())
        });
        imports.collect()
    }
}

/// The modules that lie on a circle, once those that import nothing of the rest are taken away, and those that nothing
/// of the rest imports.
fn circle(mut imports: BTreeMap<&[String], BTreeSet<Vec<String>>>) -> Vec<String> {
    loop {
        let left: BTreeSet<Vec<String>> = imports.keys().map(|module| module.to_vec()).collect();
        let used: BTreeSet<Vec<String>> = imports.values().flatten().cloned().collect();
        let before = imports.len();
        imports.values_mut().for_each(|named| named.retain(|module| left.contains(module)));
        imports.retain(|module, named| !named.is_empty() && used.contains(*module));
        if imports.len() == before {
            let told = |(module, named): (&&[String], &BTreeSet<Vec<String>>)| {
                let named: Vec<String> = named.iter().map(|module| module.join("::")).collect();
                format!("{} imports {}", module.join("::"), named.join(", "))
            };
            return imports.iter().map(told).collect();
        }
    }
}

#[test]
fn files_of_a_folder_import_one_another_in_no_circle() {
    let modules = Modules::read();
    let folders: BTreeSet<&String> = modules.0.keys().map(|module| &module[0]).collect();
    let mut circles = Vec::new();
    for folder in folders {
        let found = circle(modules.imports(folder));
        let is_known = STILL_IN_CIRCLES.contains(&folder.as_str());
        assert!(!is_known || !found.is_empty(), "{folder} has no circle any more: take it off the list");
        if !is_known && !found.is_empty() {
            circles.push(format!("{folder}: {found:#?}"));
        }
    }
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn circles_are_found() {
    let file = |module: &str, text: &str| (module.split("::").map(str::to_owned).collect::<Vec<_>>(), text.to_owned());
    let chain = [
        file("a", "pub mod b; pub mod c; pub use c::d::Thing;"),
        file("a::b", "use crate::a::Thing;"),
        file("a::c", "pub mod d;"),
        file("a::c::d", "pub struct Thing;"),
    ];
    let modules = Modules(chain.clone().into());
    assert_eq!(circle(modules.imports("a")), Vec::<String>::new());
    let mut closed = Modules(chain.into());
    closed.0.extend([
        file("a::c::d", "use super::super::b::Other; pub struct Thing;"),
        file("a::b", "use super::Thing; pub struct Other;"),
    ]);
    assert_eq!(circle(closed.imports("a")), ["a::b imports a::c::d", "a::c::d imports a::b"]);
}

/// A test that starts the program by itself would run it under the computer's own clock.
#[test]
fn tests_run_the_program_on_a_day_of_theirs() {
    let mut waiting = vec![project("tests"), project("benches")];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("support/program.rs") {
                let text = std::fs::read_to_string(&path).expect("text");
                let variable = concat!("CARGO_BIN_", "EXE");
                assert!(!text.contains(variable), "{}: start it by `support::program`", path.display());
                for clock in [concat!("now_", "utc"), concat!("now_", "local"), concat!("System", "Time::now")] {
                    let is_mine = path.ends_with("tests/architecture.rs");
                    assert!(is_mine || !text.contains(clock), "{} asks {clock} for the day", path.display());
                }
            }
        }
    }
}

#[test]
fn the_display_list_knows_nothing_of_its_writer() {
    let text = std::fs::read_to_string(project("src/layout/display.rs")).expect("text");
    let code = without_comments(&text);
    assert!(!code.contains("printpdf") && !code.contains("lopdf"));
}

#[test]
fn files_are_short_and_explain_themselves() {
    const MOST_LINES: usize = 400;
    let mut wrong = Vec::new();
    for (file, _) in files() {
        let text = std::fs::read_to_string(project(&file)).expect("text");
        let lines = text.lines().count();
        if lines > MOST_LINES {
            wrong.push(format!("{file} has {lines} lines"));
        }
        if !text.starts_with("//! ") {
            wrong.push(format!("{file} does not say what it is"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn unsafe_code_is_forbidden() {
    for file in ["src/lib.rs", "src/main.rs"] {
        let text = std::fs::read_to_string(project(file)).expect("text");
        assert!(text.contains("#![forbid(unsafe_code)]"), "{file}");
    }
}

#[test]
fn unwrap_stays_in_tests() {
    let mut wrong = Vec::new();
    for (file, text) in files() {
        let is_test = file.ends_with("/tests.rs");
        if !is_test && program(&text).contains(".unwrap()") {
            wrong.push(file);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?} unwrap");
}
