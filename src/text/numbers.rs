//! Numbers that stay whole: which stretches of a text are one number to a reader, with its unit, its range or its groups.
//!
//! Such a stretch never breaks over lines, and among words from right to left it keeps the order in which it is written
//! (UAX 9 would turn the groups of `01632 960 200` round). It is one of:
//!
//! - a telephone number: groups of figures with one space, hyphen, dot or parenthesis between them, seven figures or more
//!   in all, with `+` before it and an extension after it (`ext. 4`, `x4`)
//! - figures joined by `-`, `–`, `−`, `/`, `+`, `x`, `×`, `*`, `:`, `.` or `,`: a range, a dose, a week with its days, a date,
//!   a time, a decimal number
//! - either with a unit after it that is a sign (`°C`, `%`, `kg`, `s`, `am`), with or without a space between
//! - a web or mail address, among words from right to left
//!
//! Units that are words (`30 minutes`) may stand on the next line.

use std::ops::Range;

/// Units that are signs; letters of other words must not follow.
const UNITS: [&str; 35] = [
    "°C", "°F", "°", "℃", "℉", "%", "‰", "kg", "g", "mg", "µg", "μg", "mcg", "ml", "mL", "l", "L", "dl", "cm", "mm",
    "km", "m", "min", "mins", "s", "sec", "secs", "h", "hr", "hrs", "lb", "lbs", "oz", "ft", "kcal",
];

/// Units that belong to a time of day.
const TIMES: [&str; 6] = ["am", "pm", "a.m.", "p.m.", "AM", "PM"];

/// Figures in a telephone number, at least and at most.
const TELEPHONE: usize = 7;
const LONGEST: usize = 20;

/// Whether a character is a figure, of any of the scripts that are set here.
const fn is_figure(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

const fn is_join(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '/' | '+' | 'x' | '×' | '*' | ':' | '.' | ',' | '٫' | '٬')
}

/// The stretches of a text that stay whole, in order, as byte ranges; addresses too when `addresses` is said.
pub(super) fn whole(text: &str, addresses: bool) -> Vec<Range<usize>> {
    let scanner = Scanner { text };
    let mut found = Vec::new();
    let mut at = 0;
    // The end of a word that is no address: it is looked at once.
    let mut no_address = 0;
    while let Some(c) = text[at..].chars().next() {
        let fresh = text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let mut end = at;
        if fresh && addresses && at >= no_address && c.is_ascii_alphanumeric() {
            (end, no_address) = scanner.address(at);
        }
        if fresh && end == at && (is_figure(c) || "+(-−<>≤≥~£$€".contains(c)) {
            end = scanner.number(at);
        }
        if end > at {
            found.push(at..end);
            at = end;
        } else {
            at += c.len_utf8();
        }
    }
    found
}

struct Scanner<'t> {
    text: &'t str,
}

impl Scanner<'_> {
    fn char(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    fn figures(&self, at: usize) -> usize {
        at + self.text[at..].chars().take_while(|c| is_figure(*c)).map(char::len_utf8).sum::<usize>()
    }

    /// After one space, if there is one.
    fn space(&self, at: usize) -> usize {
        self.char(at).filter(|c| is_space(*c)).map_or(at, |c| at + c.len_utf8())
    }

    /// The end of the number that begins here; `start` itself where there is none.
    fn number(&self, start: usize) -> usize {
        let telephone = self.telephone(start);
        if telephone > start {
            return self.extension(telephone);
        }
        let sign = self.char(start).filter(|c| !is_figure(*c)).map_or(0, char::len_utf8);
        let first = if self.char(start) == Some('(') { start } else { self.space(start + sign) };
        let mut end = self.figures(first);
        if end == first {
            return start;
        }
        let mut unit = self.unit(end);
        while let Some(next) = self.joined(unit.unwrap_or(end)) {
            end = next;
            unit = self.unit(end);
        }
        let end = unit.unwrap_or(end);
        // A figure alone has nothing that could come apart.
        let plain = self.text[start..end].chars().all(is_figure);
        if plain { start } else { end }
    }

    /// After a join and more figures, with a space on both sides of the join or on neither.
    fn joined(&self, at: usize) -> Option<usize> {
        let before = self.space(at);
        let join = self.char(before).filter(|c| is_join(*c))?;
        let after = before + join.len_utf8();
        let next = self.space(after);
        let spaced = before > at;
        if spaced != (next > after) || spaced && matches!(join, ':' | '.' | ',' | '/' | '*') && join != '*' {
            return None;
        }
        let end = self.figures(next);
        let letters = self.char(end).is_some_and(|c| join == 'x' && c.is_alphabetic() && self.unit(end).is_none());
        (end > next && !letters).then_some(end)
    }

    /// After a unit, with or without a space before it.
    fn unit(&self, at: usize) -> Option<usize> {
        let from = self.space(at);
        let ends = |unit: &&&str| {
            let rest = self.text[from..].strip_prefix(**unit);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let unit = UNITS.iter().chain(&TIMES).filter(ends).max_by_key(|unit| unit.len())?;
        Some(from + unit.len())
    }

    /// The end of a telephone number.
    fn telephone(&self, start: usize) -> usize {
        let (mut at, mut end, mut figures) = (start, start, 0);
        if self.char(at) == Some('+') {
            at += 1;
        }
        loop {
            let opened = self.char(at) == Some('(');
            let from = at + usize::from(opened);
            let group = self.figures(from);
            let count = self.text[from..group].chars().count();
            if count == 0 || opened && self.char(group) != Some(')') {
                break;
            }
            figures += count;
            if figures > LONGEST {
                return start;
            }
            end = group + usize::from(opened);
            at = match self.char(end) {
                Some(c) if is_space(c) => end + c.len_utf8(),
                Some('-' | '.' | '\u{2011}' | '(') => {
                    end + usize::from(self.char(end) != Some('(')) * self.char(end).map_or(1, char::len_utf8)
                }
                _ if opened => end,
                _ => break,
            };
        }
        if figures >= TELEPHONE { end } else { start }
    }

    fn extension(&self, end: usize) -> usize {
        for word in ["extension", "ext.", "ext", "x"] {
            let from = self.space(end);
            let Some(rest) = self.text.get(from..from + word.len()) else { continue };
            if rest.eq_ignore_ascii_case(word) {
                let number = self.space(from + word.len());
                let after = self.figures(number);
                if after > number {
                    return after;
                }
            }
        }
        end
    }

    /// The end of a web or mail address that begins here, `start` where there is none; and the end of the word.
    fn address(&self, start: usize) -> (usize, usize) {
        let ends = |c: char| !c.is_ascii_graphic() || "<>\"()[]{}".contains(c);
        let word = self.text[start..].split(ends).next().unwrap_or_default();
        let token = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        let mail = token.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        let is_address = token.contains("://") || token.starts_with("www.") || mail;
        (if is_address { start + token.len() } else { start }, start + word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    fn found(text: &str) -> Vec<&str> {
        whole(text, true).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn numbers_with_their_parts_are_found() {
        for (text, numbers) in [
            ("Call 01632 960 200 now.", vec!["01632 960 200"]),
            ("Call +44 1632 960200, day and night", vec!["+44 1632 960200"]),
            ("+44 (0)1632 960100 ext. 4", vec!["+44 (0)1632 960100 ext. 4"]),
            ("(555) 010-0199 or 555-0100", vec!["(555) 010-0199", "555-0100"]),
            ("Fever of 38 °C (100.4 °F) or more", vec!["38 °C", "100.4 °F"]),
            ("38°C, 100 % and 50%", vec!["38°C", "100 %", "50%"]),
            ("Do 3 x 10 and 3×10 and 3*10.", vec!["3 x 10", "3×10", "3*10"]),
            ("8–12 times, 8 - 12 kg, 2-3 a day", vec!["8–12", "8 - 12 kg", "2-3"]),
            ("week 30+2 or 30 + 2", vec!["30+2", "30 + 2"]),
            ("From 8 am to 6 pm, 10:30-11:00", vec!["8 am", "6 pm", "10:30-11:00"]),
            ("On 04/12/2026 and 2026-12-04.", vec!["04/12/2026", "2026-12-04"]),
            ("Take 500 mg, 30 g or 2.5 l", vec!["500 mg", "30 g", "2.5 l"]),
            ("5 kg–10 kg", vec!["5 kg–10 kg"]),
            ("walk 30 minutes, 20 steps, 3 sets of 10", vec![]),
            ("999 or 111. In 2026, 3, 4 and 5", vec![]),
            ("5 metres, 3 girls, 4 hours", vec![]),
            ("> 3 kg, ≥38 °C", vec!["> 3 kg", "≥38 °C"]),
            ("See https://x.example/a?b=1. Or a@b.example!", vec!["https://x.example/a?b=1", "a@b.example"]),
            ("B12 and covid-19", vec![]),
            ("٨–١٢ مرات", vec!["٨–١٢"]),
            ("", vec![]),
        ] {
            assert_eq!(found(text), numbers, "{text}");
        }
    }
}
