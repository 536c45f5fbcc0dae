//! The bundled languages hold all that the program uses, and say it well.

use super::messages::{Kind, MESSAGES};
use super::{Language, Languages};
use crate::diag::Source;
use crate::model::day::{DayWriting, read};
use crate::model::dose::Dose;
use crate::model::load;
use crate::model::unit::source_hash;

/// The languages that ship, read from the project's folder.
pub(crate) fn bundled() -> Languages {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/languages");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the languages") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if !name.ends_with(".json") {
            files.push((name.clone(), Source::built_in(name, std::fs::read_to_string(&path).expect("text"))));
        }
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    Languages::read(&files).unwrap_or_else(|findings| panic!("{}", crate::diag::render_human(&findings, false))).value
}

fn words(tag: &str, dose: &str) -> String {
    let dose = load::<Dose>(&Source::new("dose.yaml", dose)).expect("a dose").value;
    language(tag).dose(&dose)
}

fn language(tag: &str) -> Language {
    bundled().find(tag).expect("a language that ships").clone()
}

/// Each file has its own line for each message, every message can be printed with every plural form, and no message that the
/// files of a language have is one that no page uses.
#[test]
fn every_language_has_every_message_with_its_variables() {
    for language in bundled().iter() {
        for number in [0, 1, 2, 3, 5, 11, 22, 100] {
            for message in MESSAGES {
                let mut arguments = fluent_bundle::FluentArgs::new();
                for variable in message.variables {
                    match variable.kind {
                        Kind::Text => arguments.set(variable.name, format!("<{}>", variable.name)),
                        Kind::Number | Kind::Choice => arguments.set(variable.name, number),
                    }
                }
                let (text, errors) = language.try_format(message.name, &arguments);
                assert!(errors.is_empty(), "{} {}: {errors:?}", language.tag(), message.name);
                assert!(!text.trim().is_empty(), "{} {}", language.tag(), message.name);
                assert!(!text.contains(['{', '}']), "{} {}: {text}", language.tag(), message.name);
            }
        }
    }
}

/// Every message that ships names the English words it was made from, and these have not changed since.
#[test]
fn no_translation_that_ships_is_older_than_its_source() {
    let languages = bundled();
    let stale = languages.stale();
    assert!(stale.is_empty(), "{}", crate::diag::render_human(&stale, false));
    for tag in ["es", "ar", "pl"] {
        let language = languages.find(tag).expect("it ships");
        let without = |file: &super::ftl::MessageFile| file.lines.iter().filter(|(_, line)| line.of.is_none()).count();
        let own = language.0.files.iter().filter(|file| file.source.name.starts_with(tag));
        assert_eq!(own.map(|file| without(file)).sum::<usize>(), 0, "{tag}");
    }
}

#[test]
fn a_tag_leads_to_its_language_and_country() {
    let languages = bundled();
    for (tag, found) in [("en-GB", "en-GB"), ("en", "en"), ("en-AU", "en"), ("ES-us", "es-US"), ("pl-PL", "pl")] {
        assert_eq!(languages.find(tag).map(Language::tag), Some(found), "{tag}");
    }
    assert!(languages.find("fi").is_none());
    for (handout, brand, found) in [
        ("en", "en-GB", "en-GB"),
        ("en", "en-US", "en-US"),
        ("en-GB", "en-US", "en-US"),
        ("es", "en-US", "es-US"),
        ("es", "en-GB", "es"),
        ("es-US", "en-GB", "es-US"),
        ("ar", "ar", "ar"),
        ("fi", "en-GB", "en-GB"),
    ] {
        assert_eq!(languages.of(handout, brand).tag(), found, "{handout} under {brand}");
    }
}

#[test]
fn a_country_says_what_differs_and_no_more() {
    let (british, american) = (language("en-GB"), language("en-US"));
    let day = time::macros::date!(2026 - 11 - 20);
    assert_eq!((british.date(day).as_str(), american.date(day).as_str()), ("20 November 2026", "November 20, 2026"));
    assert_eq!((british.month_with_year(day).as_str(), british.about()), ("November 2026", american.about()));
    assert_eq!((british.short_days()[0], american.short_days()[0]), ("Mon", "Sun"));
    assert_eq!((british.country(), american.country(), language("es").country()), (Some("GB"), Some("US"), Some("US")));
    assert_eq!(language("es").date(day), "20 de noviembre de 2026");
    assert_eq!(language("ar").date(day), "20 نوفمبر 2026");
    assert_eq!(language("pl").date(day), "20 listopada 2026");
    assert_eq!(language("pl").month_with_year(day), "listopad 2026");
}

/// CLDR: `one`, `few` and `many` in Polish; six forms in Arabic.
#[test]
fn numbers_choose_the_form_of_words() {
    let polish = language("pl");
    for (number, weeks, days, times, seconds, sets) in [
        (1, "1 tydzień", "1 dzień", "1 powtórzenie", "1 sekunda", "1 seria"),
        (2, "2 tygodnie", "2 dni", "2 powtórzenia", "2 sekundy", "2 serie"),
        (5, "5 tygodni", "5 dni", "5 powtórzeń", "5 sekund", "5 serii"),
        (12, "12 tygodni", "12 dni", "12 powtórzeń", "12 sekund", "12 serii"),
        (22, "22 tygodnie", "22 dni", "22 powtórzenia", "22 sekundy", "22 serie"),
    ] {
        assert_eq!(polish.weeks(number), weeks);
        assert_eq!(polish.days(number), days);
        assert_eq!(polish.dose_times(number, &number.to_string()), times);
        assert_eq!(polish.dose_seconds(number, &number.to_string()), seconds);
        assert_eq!(polish.dose_sets(number, &number.to_string()), sets);
    }
    let (english, spanish, arabic) = (language("en"), language("es"), language("ar"));
    for (number, in_english, in_spanish, in_arabic) in [
        (0, "0 weeks", "0 semanas", "\u{2066}0\u{2069} أسبوع"),
        (1, "1 week", "1 semana", "أسبوع واحد"),
        (2, "2 weeks", "2 semanas", "أسبوعان"),
        (5, "5 weeks", "5 semanas", "\u{2066}5\u{2069} أسابيع"),
        (22, "22 weeks", "22 semanas", "\u{2066}22\u{2069} أسبوعًا"),
    ] {
        assert_eq!(english.weeks(number), in_english);
        assert_eq!(spanish.weeks(number), in_spanish);
        assert_eq!(arabic.weeks(number), in_arabic);
    }
}

#[test]
fn names_stand_in_a_sentence() {
    let names = |count: usize| ["a", "b", "c"][..count].iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(language("en").list(&names(1)), "a");
    assert_eq!(language("en").list(&names(2)), "a and b");
    assert_eq!(language("en").list(&names(3)), "a, b and c");
    assert_eq!(language("es").list(&names(3)), "a, b y c");
    assert_eq!(language("pl").list(&names(3)), "a, b i c");
    assert_eq!(language("ar").list(&names(3)), "a، b وc");
}

#[test]
fn a_dose_reads_as_plain_words() {
    for (dose, expected) in [
        ("{ reps: 10, hold_seconds: 3, times_a_day: 1-2 }", "10 times, hold 3 seconds, 1 to 2 times a day"),
        (
            "{ sets: 1-2, reps: 8-12, each_side: true, days_a_week: 3 }",
            "1 to 2 sets of 8 to 12, on each side, 3 days a week",
        ),
        ("{ sets: 3, reps: 8, days_a_week: 7 }", "3 sets of 8, every day"),
        ("{ minutes: 20-30, days_a_week: 1-2 }", "20 to 30 minutes, 1 to 2 days a week"),
        ("{ sets: 1, reps: 1, hold_seconds: 1, times_a_day: 1 }", "1 set of 1, hold 1 second, once a day"),
        ("{ reps: 1, minutes: 1, days_a_week: 1 }", "once, 1 minute, 1 day a week"),
        ("{ sets: 2 }", "2 sets"),
        ("{ sets: 3, minutes: 10, times_a_day: 2 }", "3 times 10 minutes, 2 times a day"),
        ("{ sets: 1, seconds: 45 }", "45 seconds"),
        ("{ seconds: 30-45, side: left }", "30 to 45 seconds, on your left side only"),
        ("{ reps: 10, side: right, hold_seconds: 5 }", "10 times, on your right side only, hold 5 seconds"),
        ("{ note: As you like. }", ""),
    ] {
        assert_eq!(words("en", dose), expected, "{dose}");
    }
}

#[test]
fn a_dose_reads_as_plain_words_in_other_languages() {
    let dose = "{ sets: 2, reps: 8-12, each_side: true, hold_seconds: 5, times_a_day: 1, days_a_week: 3 }";
    assert_eq!(
        words("es", dose),
        "2 series de 8 a 12, de cada lado, mantenga 5 segundos, una vez al día, 3 días a la semana"
    );
    assert_eq!(
        words("pl", dose),
        "2 serie po 8 do 12 powtórzeń, na każdą stronę, przytrzymaj 5 sekund, raz dziennie, 3 dni w tygodniu"
    );
    assert_eq!(words("pl", "{ sets: 1, reps: 1, minutes: 22 }"), "1 seria po 1 powtórzeniu, 22 minuty");
}

/// What is found in an English file and in another one that stand for a language each.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/languages");
    let english = std::fs::read_to_string(folder.join("en.ftl")).expect("English");
    let mut all = vec![("en.ftl".to_owned(), Source::built_in("en.ftl", english.clone()))];
    for (name, text) in files {
        let text = text.replace("{ENGLISH}", &english);
        all.push(((*name).to_owned(), Source::new(*name, text)));
    }
    let line = |finding: &crate::diag::Finding| {
        let place = finding.place.as_ref().map(|place| format!("{}:{} ", place.source.name, place.line_column().0));
        format!("{}{} {}", place.unwrap_or_default(), finding.code, finding.message)
    };
    match Languages::read(&all) {
        Ok(read) => read.warnings.iter().chain(&read.value.stale()).map(line).collect(),
        Err(findings) => findings.iter().map(line).collect(),
    }
}

#[test]
fn a_broken_message_is_told_at_its_line() {
    assert_eq!(
        found(&[("en.ftl", "about = About us\npage = { $page of\n")]),
        ["en.ftl:2 W001 this message cannot be read"]
    );
    assert_eq!(found(&[("en.ftl", "about = A\n\nno message here\n")]), ["en.ftl:3 W001 this message cannot be read"]);
    assert_eq!(found(&[("en.ftl", "about = A\nabout = B\n")]), ["en.ftl:2 W002 the message `about` stands here twice"]);
    let form = "weeks =\n    { $n ->\n        [one] 1\n        [other] { $n }\n    }\n";
    assert_eq!(found(&[("en.ftl", form)]).len(), 1, "no form is marked with a star");
}

#[test]
fn what_is_missing_unknown_or_has_other_variables_is_told() {
    let of_few = found(&[("fi.ftl", "about = Tietoja\n")]);
    assert_eq!(of_few.len(), 1);
    assert!(of_few[0].starts_with("fi.ftl:1 W002 messages are missing in fi.ftl: contact, "), "{of_few:?}");
    assert!(!of_few[0].contains(" about"), "{of_few:?}");
    assert_eq!(
        found(&[("fi.ftl", "{ENGLISH}"), ("fi-FI.ftl", "abuot = A\n")]),
        ["fi-FI.ftl:1 W002 unknown message `abuot`"]
    );
    assert_eq!(
        found(&[("en.ftl", "# What it is\npage = { $pages }\nabout = { $clinic }\n")]),
        ["en.ftl:3 W003 `about` has no variable `$clinic`", "en.ftl:2 W003 `page` leaves out `$page`"]
    );
    assert_eq!(
        found(&[("en-GB.ftl", "date = { date } { $day } { $month } { $year }\n")]).len(),
        1,
        "it refers to itself"
    );
    assert_eq!(found(&[("fi-FI.yaml", "paper: a4\n")]), ["fi-FI.yaml:1 W004 there is no fi.ftl for fi-FI"]);
}

#[test]
fn settings_that_cannot_be_used_are_told() {
    let smog = "readability: { measures: [{ formula: smog, warning: 8, error: 10 }] }\n";
    let turned = "readability: { syllables: english, measures: [{ formula: smog, warning: 10, error: 8 }] }\n";
    for (settings, message) in [
        ("family: Comic Sans\n", "unknown typeface `Comic Sans`"),
        (smog, "this formula needs syllables, and the language has no counter for them"),
        (turned, "the limits of this formula are the wrong way round"),
    ] {
        assert_eq!(found(&[("en.yaml", settings)]), [format!("en.yaml:1 W004 {message}")], "{settings}");
    }
    let score = "readability: { syllables: spanish, measures: [{ formula: inflesz, warning: 65, error: 55 }] }\n";
    assert!(found(&[("en.yaml", score)]).is_empty());
}

/// A clinic's file adds to the library's: it says only what it has otherwise.
#[test]
fn a_clinics_file_comes_before_the_librarys() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/languages");
    let library = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("a file that ships");
        (name.to_owned(), Source::built_in(name, text))
    };
    let own = |name: &str, text: &str| (name.to_owned(), Source::new(name, text));
    let files = [
        library("en.ftl"),
        library("en-US.ftl"),
        library("es.ftl"),
        library("es.yaml"),
        own("es.yaml", "draft: false\nwords: { gp: doctora }\n"),
        own("es.ftl", "about = Acerca de esta hoja\n"),
    ];
    let languages = Languages::read(&files).expect("good files").value;
    let spanish = languages.find("es").expect("Spanish");
    assert_eq!((spanish.about(), spanish.contact()), ("Acerca de esta hoja", "Cómo comunicarse con nosotros"));
    assert!(
        !spanish.is_draft() && language("es").is_draft() && language("pl").is_draft() && !language("en").is_draft()
    );
    assert_eq!(spanish.settings().words["gp"].value, "doctora");
    assert_eq!(spanish.settings().words["physio"].value, "fisioterapeuta");
}

#[test]
fn a_translation_of_an_older_english_text_is_told_and_a_draft() {
    let now = source_hash("About this leaflet");
    let text = |hash: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/languages");
        let english = std::fs::read_to_string(folder.join("en.ftl")).expect("English");
        english.replace("about = About", &format!("# of: {hash}\nabout = About"))
    };
    assert!(found(&[("fi.ftl", &text(&now))]).is_empty());
    let stale = found(&[("fi.ftl", &text("00000000"))]);
    assert_eq!(stale.len(), 1);
    assert!(stale[0].ends_with(&format!("W005 translated from an older English text: about (now {now})")), "{stale:?}");
    let files = [
        ("en.ftl".to_owned(), Source::new("en.ftl", text(&now))),
        ("fi.ftl".to_owned(), Source::new("fi.ftl", text("00000000"))),
    ];
    let languages = Languages::read(&files).expect("good files").value;
    assert!(languages.find("fi").expect("Finnish").is_draft());
    assert!(!languages.find("en").expect("English").is_draft());
}

/// Days in words are read in every language that they are written in.
#[test]
fn a_day_is_read_again_in_every_language() {
    let languages = bundled();
    let writing = DayWriting { order: None, months: languages.months().clone() };
    for language in languages.iter() {
        for month in 1..=12_u8 {
            let month = time::Month::try_from(month).expect("a month");
            let day = time::Date::from_calendar_date(2026, month, 4).expect("a day");
            assert_eq!(read(&language.date(day), &writing), Ok(day), "{}", language.date(day));
        }
    }
}
