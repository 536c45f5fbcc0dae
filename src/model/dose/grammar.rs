//! A dose as people write it in one line, in any order: `3x10 hold 5s, each side, twice a day`.

use super::lexer::{Token, tokens};
use super::{Count, DoseError, SaidDose, Side};

/// What to write.
pub(super) const HOW: &str = "write for example `3x10`, `3x10 hold 5s`, `2x30s`, `20min`, `10`, `3x10 twice a day` or `8-12, each side, \
     3 days a week`; anything else belongs in the note";

/// Short forms that are misread, and what to write for them.
const SHORT_FORMS: [(&[&str], &str); 8] = [
    (&["bd", "bid"], "write `twice a day`"),
    (&["tds", "tid"], "write `3 times a day`"),
    (&["qds", "qid"], "write `4 times a day`"),
    (&["od", "qd", "om", "on"], "write `once a day`"),
    (&["prn", "sos"], "say when in the note"),
    (&["m"], "write `min` for minutes"),
    (&["l", "lt", "r", "rt"], "write `left` or `right`"),
    (&["h", "hr", "hrs", "hour", "hours"], "write minutes, such as `60min`"),
];

/// Reads a dose; whether its numbers can be meant is looked at later.
pub(super) fn parse(text: &str) -> Result<SaidDose, DoseError> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens: &tokens, at: 0, said: SaidDose::default() };
    while parser.at < tokens.len() {
        parser.part()?;
    }
    if parser.said == SaidDose::default() {
        return Err(DoseError::new("no dose is said", HOW));
    }
    Ok(parser.said)
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
    said: SaidDose,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Sets,
    Reps,
    Seconds,
    Minutes,
}

impl Parser<'_> {
    /// Reads one part of the dose.
    fn part(&mut self) -> Result<(), DoseError> {
        if let Some(count) = self.number() {
            return self.counted(count);
        }
        match self.tokens[self.at].clone() {
            Token::Comma => self.at += 1,
            Token::By => {
                self.at += 1;
                let reps = self.number().ok_or_else(|| DoseError::new("`x` has no number after it", HOW))?;
                return self.set(Unit::Reps, reps, false);
            }
            Token::Word(word) => return self.word(&word),
            Token::Number(_) => {}
        }
        Ok(())
    }

    /// A part that begins with a number.
    fn counted(&mut self, count: Count) -> Result<(), DoseError> {
        if self.frequency(count)? {
            return Ok(());
        }
        let unit = self.unit();
        match (unit, self.tokens.get(self.at)) {
            (None | Some(Unit::Sets | Unit::Reps), Some(Token::By)) => {
                self.at += 1;
                self.product(count, unit)
            }
            (Some(Unit::Sets), Some(Token::Word(of))) if of == "of" => {
                self.at += 1;
                self.product(count, unit)
            }
            (Some(Unit::Seconds | Unit::Minutes), _) if self.is_hold() => {
                self.at += 1;
                self.hold(count, unit)
            }
            (Some(unit), _) => self.set(unit, count, false),
            (None, Some(Token::Word(word)))
                if matches!(word.as_str(), "side" | "sides" | "a" | "an" | "day" | "days") =>
            {
                Err(DoseError::new(format!("it is not clear what the {count} counts"), HOW))
            }
            (None, _) => self.set(Unit::Reps, count, true),
        }
    }

    /// What follows `3x` or `3 sets of`.
    fn product(&mut self, first: Count, unit: Option<Unit>) -> Result<(), DoseError> {
        let Some(second) = self.number() else {
            // `10x` is ten times.
            return self.set(Unit::Reps, first, true);
        };
        let other = self.unit();
        match (unit, other) {
            (None | Some(Unit::Sets), None | Some(Unit::Reps)) => {
                self.set(Unit::Sets, first, false)?;
                self.set(Unit::Reps, second, unit.is_none() && other.is_none())
            }
            (Some(Unit::Reps), Some(Unit::Sets)) => {
                self.set(Unit::Reps, first, false)?;
                self.set(Unit::Sets, second, false)
            }
            (None | Some(Unit::Sets | Unit::Reps), Some(Unit::Seconds)) => {
                if self.is_hold() {
                    self.at += 1;
                }
                self.set(Unit::Reps, first, false)?;
                self.said.holds = true;
                self.hold(second, other)
            }
            (None | Some(Unit::Sets | Unit::Reps), Some(Unit::Minutes)) => {
                self.set(Unit::Sets, first, false)?;
                self.set(Unit::Minutes, second, false)
            }
            _ => Err(DoseError::new("the parts around `x` do not go together", HOW)),
        }
    }

    /// A part that begins with a word.
    fn word(&mut self, word: &str) -> Result<(), DoseError> {
        if let Some((_, help)) = SHORT_FORMS.iter().find(|(names, _)| names.contains(&word)) {
            // `on each side` is no short form.
            if word != "on" || !self.next_is(1, &["each", "both", "either", "the", "left", "right", "your"]) {
                return Err(DoseError::new(format!("`{word}` can be misread"), *help));
            }
        }
        self.at += 1;
        match word {
            "on" | "and" | "for" | "do" | "the" | "your" | "with" => Ok(()),
            "hold" | "holding" | "holds" => {
                self.skip(&["for", "of", "each"]);
                let Some(count) = self.number() else {
                    return Err(DoseError::new("how long to hold is not said", "write `hold 5s`"));
                };
                let unit = self.unit();
                self.hold(count, unit)
            }
            "sets" | "set" => self.labelled(Unit::Sets),
            "reps" | "rep" | "repetitions" => self.labelled(Unit::Reps),
            "daily" => self.days(Count::one(7)),
            "once" | "twice" => {
                let times = Count::one(if word == "once" { 1 } else { 2 });
                if self.often(times)? {
                    return Ok(());
                }
                Err(DoseError::new(
                    format!("`{word}` can be meant for a day or for each time"),
                    format!("write `{word} a day`, `{word} a week`, or `{times} times`"),
                ))
            }
            "every" | "each" if self.next_is(0, &["day"]) => {
                self.at += 1;
                self.days(Count::one(7))
            }
            "every" | "each" | "both" | "either" | "per"
                if self.next_is(0, &["side", "sides", "leg", "legs", "arm", "arms"]) =>
            {
                self.at += 1;
                match self.said.change.each_side.replace(true) {
                    None => Ok(()),
                    Some(_) => Err(twice("the side")),
                }
            }
            "left" | "right" => {
                self.skip(&["side", "leg", "arm"]);
                self.skip(&["only"]);
                let side = if word == "left" { Side::Left } else { Side::Right };
                match self.said.change.side.replace(side) {
                    None => Ok(()),
                    Some(other) if other == side => Err(twice("the side")),
                    Some(_) => Err(DoseError::new("the side is said as left and as right", "write `each side`")),
                }
            }
            "every" => Err(DoseError::new("how often is not clear", "write `every day`, or `3 days a week`")),
            _ => Err(DoseError::new(format!("`{}` means nothing in a dose", shortened(word)), HOW)),
        }
    }

    /// Reads `3 times a day`, `3x/week`, `3 days a week`; gives false where something else follows the number.
    fn frequency(&mut self, count: Count) -> Result<bool, DoseError> {
        let start = self.at;
        if self.word_is(&["day", "days"]) {
            self.at += 1;
            self.skip(&["a", "per", "each", "every"]);
            if self.skip(&["week", "weekly"]) {
                self.days(count)?;
                return Ok(true);
            }
        } else if self.word_is(&["times", "time"]) || self.tokens.get(self.at) == Some(&Token::By) {
            self.at += 1;
            if self.often(count)? {
                return Ok(true);
            }
        }
        self.at = start;
        Ok(false)
    }

    /// Reads `a day`, `daily`, `per week` and the like after a number of times.
    fn often(&mut self, times: Count) -> Result<bool, DoseError> {
        let start = self.at;
        let joined = self.skip(&["a", "per", "each", "every", "in"]);
        let day = self.skip(if joined { &["day"] } else { &["daily", "day"] });
        if day {
            return match self.said.change.times_a_day.replace(times) {
                None => Ok(true),
                Some(_) => Err(twice("how often a day")),
            };
        }
        if self.skip(if joined { &["week"] } else { &["weekly", "week"] }) {
            self.days(times)?;
            return Ok(true);
        }
        self.at = start;
        Ok(false)
    }

    fn days(&mut self, days: Count) -> Result<(), DoseError> {
        match self.said.change.days_a_week.replace(days) {
            None => Ok(()),
            Some(_) => Err(twice("how many days a week")),
        }
    }

    /// A number behind its name: `sets 3`.
    fn labelled(&mut self, unit: Unit) -> Result<(), DoseError> {
        match self.number() {
            Some(count) => self.set(unit, count, false),
            None => Err(DoseError::new("a number is missing", HOW)),
        }
    }

    fn hold(&mut self, count: Count, unit: Option<Unit>) -> Result<(), DoseError> {
        let factor = match unit {
            Some(Unit::Minutes) => 60,
            Some(Unit::Seconds) | None => 1,
            Some(_) => return Err(DoseError::new("a hold is told in seconds", "write `hold 5s`")),
        };
        let count = Count { least: count.least.saturating_mul(factor), most: count.most.saturating_mul(factor) };
        match self.said.change.hold_seconds.replace(count) {
            None => Ok(()),
            Some(_) => Err(twice("the hold")),
        }
    }

    fn set(&mut self, unit: Unit, count: Count, bare: bool) -> Result<(), DoseError> {
        let said = &mut self.said.change;
        let (part, name) = match unit {
            Unit::Sets => (&mut said.sets, "how many sets"),
            Unit::Reps => (&mut said.reps, "how many times"),
            Unit::Seconds => (&mut said.seconds, "how many seconds"),
            Unit::Minutes => (&mut said.minutes, "how many minutes"),
        };
        if part.replace(count).is_some() || unit == Unit::Sets && self.said.holds {
            return Err(twice(name));
        }
        self.said.bare |= bare;
        Ok(())
    }

    fn number(&mut self) -> Option<Count> {
        let Some(Token::Number(count)) = self.tokens.get(self.at) else { return None };
        self.at += 1;
        Some(*count)
    }

    fn unit(&mut self) -> Option<Unit> {
        let Some(Token::Word(word)) = self.tokens.get(self.at) else { return None };
        let unit = match word.as_str() {
            "set" | "sets" => Unit::Sets,
            "rep" | "reps" | "repetition" | "repetitions" | "times" | "time" => Unit::Reps,
            "s" | "sec" | "secs" | "second" | "seconds" => Unit::Seconds,
            "min" | "mins" | "minute" | "minutes" => Unit::Minutes,
            _ => return None,
        };
        self.at += 1;
        Some(unit)
    }

    /// Whether `hold` stands here and belongs to the number before it: `5s hold`, not `30s hold 5s`.
    fn is_hold(&self) -> bool {
        let number_after = |at: usize| matches!(self.tokens.get(self.at + at), Some(Token::Number(_)));
        self.word_is(&["hold", "holds"]) && !number_after(1) && !(self.next_is(1, &["for", "of"]) && number_after(2))
    }

    fn word_is(&self, words: &[&str]) -> bool {
        self.next_is(0, words)
    }

    fn next_is(&self, ahead: usize, words: &[&str]) -> bool {
        matches!(self.tokens.get(self.at + ahead), Some(Token::Word(word)) if words.contains(&word.as_str()))
    }

    /// Goes over one of these words.
    fn skip(&mut self, words: &[&str]) -> bool {
        let found = self.word_is(words);
        self.at += usize::from(found);
        found
    }
}

fn twice(part: &str) -> DoseError {
    DoseError::new(format!("{part} is said twice"), "say it once")
}

/// A word that is not too long for a message.
fn shortened(word: &str) -> String {
    const LONGEST: usize = 20;
    match word.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &word[..end]),
        None => word.to_owned(),
    }
}
