//! Languages besides English: what is printed in them, what is refused, and that a draft says so.

mod support;

use std::sync::Arc;

use handout::check::Clock;
use handout::compose::branding::Branding;
use handout::compose::shelf::Shelf;
use handout::diag::{Finding, Source};
use handout::language::Languages;
use handout::model::dates::parse_day;
use handout::model::exercise::Exercise;
use handout::model::patient::SheetRequest;
use handout::model::unit::source_hash;
use handout::{Order, Settings, model};
use support::library::{self, branding_in, language_files, told};
use support::reading::Reading;

const CLAM: &str = "name: Clam
stages: [third-trimester]
position: on-side
start: Lie on your side.
steps: [Lift your top knee.]
dose: { sets: 2, reps: 8-12, each_side: true, hold_seconds: 5, days_a_week: 3 }
limits: [{ when: sore hip, text: Do less. }]
stop_if: your pelvis hurts.
basis: practice
texts:
  es:
    name: { text: Almeja, of: HASH }
    start: Acuéstese de lado.
    steps: [Levante la rodilla de arriba.]
    limits: [{ when: dolor de cadera, text: Haga menos. }]
    stop_if: le duele la pelvis.
";
const BRIDGE: &str = "name: Bridge
stages: [third-trimester]
position: all-fours
start: Kneel.
steps: [Lift one arm.]
dose: { reps: 5 }
stop_if: it hurts.
basis: practice
";

/// A handout in a language, its help box in that language's words.
fn handout(language: &str, exercises: &str) -> Arc<Source> {
    let signs = match language {
        "es" => [
            "No puede orinar, o pierde el control de la orina",
            "El bebé se mueve menos",
            "Dolor en la pelvis que no la deja dormir",
        ],
        _ => ["Nie możesz oddać moczu", "Dziecko rusza się mniej", "Ból miednicy nie pozwala spać"],
    };
    let [emergency, same_day, routine] = signs;
    let title = if language == "es" { "Dolor de espalda" } else { "Ból pleców" };
    let summary = if language == "es" { "Camine un poco cada día." } else { "Ruszaj się codziennie." };
    let text = format!(
        "title: {title}\nlanguage: {language}\nstage: third-trimester\nsummary: {summary}\n{exercises}seek_care:\n  \
         emergency: [\"{emergency}\"]\n  same_day: [\"{same_day}\"]\n  routine: [\"{routine}\"]\nimprint:\n  version: \
         \"1.0\"\n  published: 2026-11-20\n  review: 2028-11-20\n  author: Ana\n"
    );
    Source::new("folleto.yaml", text)
}

fn shelf(clam: &str) -> Shelf {
    let mut shelf = library::shelf();
    for (id, text) in [("clam", clam), ("bridge", BRIDGE)] {
        let exercise = model::load::<Exercise>(&Source::new(format!("{id}.yaml"), text));
        let exercise = exercise.unwrap_or_else(|findings| panic!("{}", told(&findings))).value;
        shelf.exercises.insert(id.to_owned(), exercise);
    }
    shelf
}

fn clam() -> String {
    CLAM.replace("HASH", &format!("\"{}\"", source_hash("Clam")))
}

/// The British sample brand with the languages that ship and files put over them.
fn branding(files: &[(&str, &str)]) -> Branding {
    let mut all = language_files();
    all.extend(files.iter().map(|(name, text)| ((*name).to_owned(), Source::new(*name, *text))));
    let languages = Languages::read(&all).unwrap_or_else(|findings| panic!("{}", told(&findings))).value;
    branding_in("handouts/brands/riverside.yaml", &languages)
}

/// A draft may lack signs; what is looked at here is its language.
fn draft() -> Settings {
    let today = parse_day("2026-11-20").ok();
    Settings { draft: true, clock: Clock { today, strict: false }, ..Settings::default() }
}

fn sheet(request: &str, handout: &Arc<Source>, clam: &str, branding: &Branding) -> Result<String, Vec<Finding>> {
    let request = model::load::<SheetRequest>(&Source::new("sheet.yaml", request)).expect("a request").value;
    build(handout, clam, branding, Some(&request))
}

/// The text of a leaflet, or of a patient's sheet.
fn build(
    handout: &Arc<Source>,
    clam: &str,
    branding: &Branding,
    patient: Option<&SheetRequest>,
) -> Result<String, Vec<Finding>> {
    let shelf = &shelf(clam);
    let handout = &shelf.read_handout(handout)?;
    let leaflet = Order { handout, branding, shelf, patient, settings: draft() }.build()?;
    Ok(Reading::of(&leaflet.pdf).text())
}

#[test]
fn a_spanish_sheet_has_spanish_texts_doses_and_safety_box() {
    let handout = handout("es", "exercises:\n  use: [clam]\n");
    let request = "patient: Ana Prueba\nweek: 30+2\nlanguage: es\nexercises: [\"clam:2x10 hold 4s\"]\n";
    let text =
        sheet(request, &handout, &clam(), &branding(&[])).unwrap_or_else(|findings| panic!("{}", told(&findings)));
    for wanted in [
        "Su hoja personal",
        "30 semanas + 2 días",
        "20 de noviembre de 2026",
        "Almeja",
        "Acuéstese de lado.",
        "2 series de 10, de cada lado, mantenga 4 segundos, 3 días a la semana",
        "Dolor de cadera: Haga menos.",
        "Deténgase si le duele la pelvis.",
        "Haga ejercicio sin riesgo",
        "No haga ejercicio, salvo que su equipo médico se lo indique",
        "Dolor en el pecho: llame al 999",
        "Cuándo pedir ayuda",
        "lun",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    for english in ["Clam", "Lie on", "sets of", "Stop if", "Exercise safely", "Chest pain"] {
        assert!(!text.contains(english), "{english}: {text}");
    }
}

#[test]
fn an_exercise_without_texts_in_the_language_is_refused_by_name() {
    let handout = handout("es", "exercises:\n  use: [clam]\n");
    let request = "patient: Ana Prueba\nweek: 30\nexercises: [clam, bridge]\n";
    let findings = sheet(request, &handout, &clam(), &branding(&[])).expect_err("it has no Spanish texts");
    let found: Vec<&Finding> = findings.iter().filter(|finding| finding.code == "H046").collect();
    assert_eq!(found.len(), 1, "{}", told(&findings));
    assert_eq!(found[0].message, "the exercise `bridge` has no texts in Spanish");
    assert!(found[0].help[0].contains("`texts: es:`"), "{:?}", found[0].help);
    let lacks = clam().replace("    limits: [{ when: dolor de cadera, text: Haga menos. }]\n", "");
    let findings =
        sheet("week: 30\nexercises: [clam]\n", &handout, &lacks, &branding(&[])).expect_err("a limit is lost");
    let found = findings.iter().find(|finding| finding.code == "H046").expect("told");
    assert!(found.help[0].contains("limits[1].when, limits[1].text"), "{:?}", found.help);
}

#[test]
fn a_sheet_in_another_language_than_its_handout_is_refused() {
    let handout = handout("es", "exercises:\n  use: [clam]\n");
    let findings = sheet("week: 30\nlanguage: pl\n", &handout, &clam(), &branding(&[])).expect_err("it is Spanish");
    assert!(findings.iter().any(|finding| finding.code == "S012"), "{}", told(&findings));
}

#[test]
fn polish_is_accepted_as_a_draft_and_without_exercises() {
    let branding = branding(&[]);
    let text = build(&handout("pl", ""), &clam(), &branding, None);
    let text = text.unwrap_or_else(|findings| panic!("{}", told(&findings)));
    for wanted in
        ["Ból pleców", "Kiedy szukać pomocy", "O tej ulotce", "20 listopada 2026", "Zadzwoń teraz pod numer 999"]
    {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let with_exercises = handout("pl", "exercises:\n  use: [clam]\n");
    let findings = build(&with_exercises, &clam(), &branding, None).expect_err("no safety texts");
    let messages: Vec<&str> = findings.iter().filter(|f| f.code == "H046").map(|f| f.message.as_str()).collect();
    assert_eq!(
        messages,
        ["exercises cannot be printed in this language", "the exercise `clam` has no texts in Polish"],
        "{}",
        told(&findings)
    );
}

/// A clinic adds a language, or words of one, without a line of Rust; what the topic lacks in it is refused.
#[test]
fn a_clinics_files_of_languages_count() {
    let english = library::source("handouts/languages/en.ftl").text.clone();
    let settings = "name: Finnish\ndraft: true\ncountry: FI\n";
    let branding =
        branding(&[("es.ftl", "about = Acerca de esta hoja\n"), ("fi.ftl", &english), ("fi.yaml", settings)]);
    let spanish = build(&handout("es", ""), &clam(), &branding, None);
    let text = spanish.unwrap_or_else(|findings| panic!("{}", told(&findings)));
    assert!(text.contains("Acerca de esta hoja") && text.contains("Cómo comunicarse"), "{text}");
    let finnish = Source::new("esite.yaml", handout("pl", "").text.replace("language: pl", "language: fi"));
    let findings = build(&finnish, &clam(), &branding, None).expect_err("the topic has no Finnish words");
    let found: Vec<&str> = findings.iter().filter(|f| f.code == "H033").map(|f| f.message.as_str()).collect();
    assert_eq!(found, ["the topic has no words in `fi`"], "{}", told(&findings));
}
