use proptest::prelude::*;

use super::*;
use crate::diag::Source;
use crate::model::load;

fn dose(yaml: &str) -> Dose {
    load::<Dose>(&Source::new("dose.yaml", yaml)).expect("a dose").value
}

/// What a line says, in one form.
fn said(line: &str) -> Result<String, String> {
    SaidDose::parse(line).map(|said| said.to_string()).map_err(|error| error.why)
}

#[test]
fn a_dose_is_read_as_people_write_it() {
    for (line, expected) in [
        ("3x10", "3x10"),
        ("3 x 10", "3x10"),
        ("3×10", "3x10"),
        ("3*10", "3x10"),
        ("3X10", "3x10"),
        ("3x10 reps", "3 sets of 10 times"),
        ("3 sets of 10", "3 sets of 10 times"),
        ("three sets of ten", "3 sets of 10 times"),
        ("10 reps x 3 sets", "3 sets of 10 times"),
        ("sets 3, reps 10", "3 sets of 10 times"),
        ("3 sets x 8-12", "3 sets of 8-12 times"),
        ("1-2 sets of 8 to 12", "1-2 sets of 8-12 times"),
        ("3x10 hold 5s", "3x10, hold 5s"),
        ("hold 5 seconds, 3x10", "3x10, hold 5s"),
        ("3x10, 5s hold", "3x10, hold 5s"),
        ("3x10 5-second hold", "3x10, hold 5s"),
        ("3x10, hold for 3–5 sec", "3x10, hold 3-5s"),
        ("hold 5", "hold 5s"),
        ("hold 1 min", "hold 60s"),
        ("2x30s", "2x30s"),
        ("2 x 30 sec", "2x30s"),
        ("2x30s hold", "2x30s"),
        ("3 sets of 30s", "3x30s"),
        ("20min", "20min"),
        ("20 minutes twice a day", "20min, 2 times a day"),
        ("10-20 min", "10-20min"),
        ("3x10min", "3 sets, 10min"),
        ("10", "10"),
        ("10 times", "10 times"),
        ("10x", "10"),
        ("x10", "10 times"),
        ("8-12, 3 days a week", "8-12, 3 days a week"),
        ("8 - 12", "8-12"),
        ("3x10 twice a day", "3x10, 2 times a day"),
        ("twice daily 3x10", "3x10, 2 times a day"),
        ("3x10 2x/day", "3x10, 2 times a day"),
        ("3x10, 2x daily", "3x10, 2 times a day"),
        ("10, 2-3 times a day", "10, 2-3 times a day"),
        ("10 once a day", "10, 1 times a day"),
        ("10 daily", "10, every day"),
        ("10 every day", "10, every day"),
        ("10 times, every day", "10 times, every day"),
        ("10 times daily", "10 times a day"),
        ("3x10 3x/week", "3x10, 3 days a week"),
        ("3x10, 3 times a week", "3x10, 3 days a week"),
        ("3x10 3 days/week", "3x10, 3 days a week"),
        ("left", "left"),
        ("3x10 right side only", "3x10, right"),
        ("3x10 on each side", "3x10, each side"),
        ("3x10 both sides", "3x10, each side"),
        ("10 each leg", "10, each side"),
        ("3x10 per side, hold 5s", "3x10, hold 5s, each side"),
        ("twice a day, left, hold 5s, 3x10, 3 days a week", "3x10, hold 5s, left, 2 times a day, 3 days a week"),
        ("3x10.", "3x10"),
        ("٣×١٠", "3x10"),
        ("3x100", "3x100"),
        ("20x100", "20x100"),
    ] {
        assert_eq!(said(line), Ok(expected.to_owned()), "{line}");
    }
}

#[test]
fn what_is_unclear_impossible_or_contradictory_is_refused_by_its_part() {
    for (line, part) in [
        ("3x10 20x5", "how many sets is said twice"),
        ("3x10, 3x10", "how many sets is said twice"),
        ("10 12", "how many times is said twice"),
        ("0x10", "sets: 1 to 20"),
        ("3x0", "times: 1 to 100"),
        ("21x1", "sets: 1 to 20"),
        ("3x101", "times: 1 to 100"),
        ("310", "times: 1 to 100"),
        ("hold 600s", "seconds of a hold: 1 to 300"),
        ("hold 6 min", "seconds of a hold: 1 to 300"),
        ("3x10 hold", "how long to hold"),
        ("3x10 hold 5s hold 6s", "the hold is said twice"),
        ("600min", "minutes: 1 to 180"),
        ("8 days a week", "days a week: 1 to 7"),
        ("10, 30 times a day", "times a day: 1 to 24"),
        ("left right", "left and as right"),
        ("left, each side", "one side and each side"),
        ("each side both sides", "the side is said twice"),
        ("12-8", "does not go up"),
        ("8-8", "does not go up"),
        ("2.5 min", "fractions"),
        ("10 20min", "how many times and how long"),
        ("20min 30s", "`minutes` and `seconds`"),
        ("3x10 bd", "`bd` can be misread"),
        ("3x10 tds", "`tds` can be misread"),
        ("20m", "`m` can be misread"),
        ("3x10 L", "`l` can be misread"),
        ("twice", "`twice` can be meant"),
        ("every other day", "how often is not clear"),
        ("10 a day", "what the 10 counts"),
        ("3 days", "what the 3 counts"),
        ("one side", "what the 1 counts"),
        ("3x10x5s", "how many times is said twice"),
        ("3x", ""),
        ("5 breaths", "`breaths` means nothing"),
        ("lots", "`lots` means nothing"),
        ("3x10 slowly", "`slowly` means nothing"),
        ("3x10!", "`!` means nothing"),
        ("-3x10", "`-` stands before a number"),
        ("", "no dose is said"),
        (" , ", "no dose is said"),
        ("daily daily", "how many days a week is said twice"),
        ("once a day, twice a day", "how often a day is said twice"),
    ] {
        match said(line) {
            Err(why) => assert!(why.contains(part), "{line}: {why}"),
            // `3x` is three times.
            Ok(read) => assert!(part.is_empty(), "{line} is read as {read}"),
        }
    }
}

#[test]
fn what_she_did_not_say_stays_and_what_she_said_replaces_it() {
    let cat = dose("{ reps: 10, hold_seconds: 3, days_a_week: 7, note: Go slowly. }");
    let clam = dose("{ sets: 1-2, reps: 8-12, each_side: true, days_a_week: 3 }");
    let walk = dose("{ minutes: 10-30, days_a_week: 5 }");
    let over = |line: &str, usual: &Dose| SaidDose::parse(line).expect(line).over(usual);
    let full = |line: &str, usual: &Dose| {
        let dose = over(line, usual).expect(line);
        let Dose { each_side, side, note, .. } = &dose;
        let change = DoseChange {
            sets: dose.sets,
            reps: dose.reps,
            hold_seconds: dose.hold_seconds,
            seconds: dose.seconds,
            minutes: dose.minutes,
            each_side: each_side.then_some(true),
            side: *side,
            times_a_day: dose.times_a_day,
            days_a_week: dose.days_a_week,
            note: None,
        };
        let note = note.as_ref().map_or_else(String::new, |note| format!(" ({})", note.value));
        format!("{}{note}", SaidDose { change, holds: false, bare: true })
    };
    for (line, usual, expected) in [
        ("2x8", &cat, "2x8, hold 3s, every day (Go slowly.)"),
        ("hold 5s", &cat, "10, hold 5s, every day (Go slowly.)"),
        ("2x30s", &cat, "2, hold 30s, every day (Go slowly.)"),
        ("2x30s", &clam, "2, hold 30s, each side, 3 days a week"),
        ("10", &clam, "1-2x10, each side, 3 days a week"),
        ("3 sets", &clam, "3x8-12, each side, 3 days a week"),
        ("left", &clam, "1-2x8-12, left, 3 days a week"),
        ("20min", &clam, "20min, each side, 3 days a week"),
        ("daily", &clam, "1-2x8-12, each side, every day"),
        ("20min", &walk, "20min, 5 days a week"),
        ("3x10min", &walk, "3 sets, 10min, 5 days a week"),
        ("10 times", &walk, "10, 5 days a week"),
        ("45s", &walk, "45s, 5 days a week"),
    ] {
        assert_eq!(full(line, usual), expected, "{line}");
    }
    for (line, usual) in [("10", &walk), ("3x10", &walk), ("30s", &cat)] {
        assert!(over(line, usual).is_err(), "{line}");
    }
}

#[test]
fn parts_by_name_say_the_same_as_a_line() {
    let entry = |yaml: &str| {
        let request = format!("exercises:\n  - id: cat-stretch\n    dose: {yaml}\n");
        let request = load::<crate::model::patient::SheetRequest>(&Source::new("a.yaml", request));
        let request = request.map_err(|found| found[0].message.clone())?.value;
        let dose = request.exercises[0].dose.as_ref().expect("a dose").value.said();
        dose.map(|said| said.to_string()).map_err(|error| error.why)
    };
    for (yaml, expected) in [
        ("3x10", Ok("3x10")),
        ("10", Ok("10")),
        ("8-12", Ok("8-12")),
        ("{ sets: 3, reps: 10, hold_seconds: 5 }", Ok("3 sets of 10 times, hold 5s")),
        ("{ minutes: 20, times_a_day: 2, side: left }", Ok("20min, left, 2 times a day")),
        ("{ sets: 30 }", Err("sets: 1 to 20 are taken")),
        ("{ each_side: true, side: right }", Err("one side and each side exclude each other")),
        ("{ set: 3 }", Err("unknown key `set`")),
        ("{ reps: ten }", Err("`reps` is not a number or a range")),
        ("[3, 10]", Err("`dose` should be a text or a dose")),
    ] {
        let found = entry(yaml);
        match expected {
            Err(why) if yaml.starts_with('[') => assert!(found.is_err(), "{why}: {found:?}"),
            _ => assert_eq!(found.as_deref().map_err(String::as_str), expected, "{yaml}"),
        }
    }
}

#[test]
fn a_count_is_a_number_or_a_range() {
    for bad in ["0", "8-8", "12-8", "8 - 12", "many", "-3", "+3", "1000", "8-", ""] {
        assert!(!Count::fits(bad), "{bad}");
    }
}

fn count(most: u16) -> impl Strategy<Value = Option<Count>> {
    let range = (1..=most, 1..=most).prop_map(|(a, b)| Count { least: a.min(b), most: a.max(b) });
    prop::option::of(range)
}

prop_compose! {
    fn any_dose()(
        sets in count(20), reps in count(100), hold_seconds in count(300), length in prop::option::of(any::<bool>()),
        lasts in count(180), side in 0..4_u8, times_a_day in count(24), days_a_week in count(7), holds in any::<bool>(),
        bare in any::<bool>(),
    ) -> SaidDose {
        let length = length.filter(|_| reps.is_none());
        let holds = holds && reps.is_some() && hold_seconds.is_some();
        let change = DoseChange {
            sets: sets.filter(|_| !holds),
            reps,
            hold_seconds,
            seconds: lasts.filter(|_| length == Some(true)),
            minutes: lasts.filter(|_| length == Some(false)),
            each_side: (side == 1).then_some(true),
            side: match side { 2 => Some(Side::Left), 3 => Some(Side::Right), _ => None },
            times_a_day,
            days_a_week,
            note: None,
        };
        SaidDose { change, holds, bare: bare && reps.is_some() && !holds }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(said in any_dose()) {
        prop_assume!(said.change != DoseChange::default());
        prop_assert_eq!(SaidDose::parse(&said.to_string()), Ok(said));
    }

    #[test]
    fn parts_may_stand_in_any_order(said in any_dose(), turn in 0..7_usize) {
        prop_assume!(said.change != DoseChange::default());
        let line = said.to_string();
        let mut parts: Vec<&str> = line.split(", ").collect();
        let turn = turn % parts.len();
        parts.rotate_left(turn);
        prop_assert_eq!(SaidDose::parse(&parts.join(", ")), Ok(said));
    }

    #[test]
    fn no_text_makes_it_panic(line in "\\PC{0,16}|[0-9x ,smindholtacew/-]{0,24}") {
        let _ = SaidDose::parse(&line);
    }
}
