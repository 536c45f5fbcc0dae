//! A dose of one line as numbers, ranges and words.

use super::{Count, DoseError};

/// A piece of a dose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number or a range.
    Number(Count),
    /// `x` between numbers.
    By,
    /// A word in small letters; `/` is `per`.
    Word(String),
    /// A comma, or what else sets parts apart.
    Comma,
}

/// Numbers that people write as words.
const NUMBERS: [(&str, u16); 13] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
];

/// The pieces of `text`.
///
/// # Errors
/// A sign that has no meaning in a dose, a fraction, a range that does not go up.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, DoseError> {
    let characters: Vec<char> = text.to_lowercase().chars().map(plain).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&first) = characters.get(at) {
        let rest = &characters[at..];
        let run = |fits: fn(&char) -> bool| rest.iter().take_while(|c| fits(c)).count();
        match first {
            _ if first.is_ascii_digit() => {
                let length = run(char::is_ascii_digit);
                let number: String = rest[..length].iter().collect();
                at += length;
                if matches!(characters[at..], ['.', next, ..] if next.is_ascii_digit()) {
                    return Err(DoseError::new("fractions are not read", "write whole numbers"));
                }
                push_number(&mut tokens, number.parse().unwrap_or(u16::MAX))?;
            }
            _ if first.is_alphabetic() => {
                let length = run(|c| c.is_alphabetic());
                // `x` clings to the number or the word beside it: `3x10`, `2xdaily`.
                let after_number = matches!(tokens.last(), Some(Token::Number(_)));
                let is_by = first == 'x' && (length == 1 || after_number);
                let length = if is_by { 1 } else { length };
                push_word(&mut tokens, is_by, &rest[..length].iter().collect::<String>())?;
                at += length;
            }
            '-' => {
                // Between numbers it is a range, otherwise a space.
                let joins = joins_numbers(&tokens, &rest[1..]);
                if !joins && rest.get(1).is_some_and(char::is_ascii_digit) {
                    return Err(DoseError::new("`-` stands before a number", super::grammar::HOW));
                }
                tokens.extend(joins.then(|| Token::Word("to".to_owned())));
                at += 1;
            }
            '/' => {
                tokens.push(Token::Word("per".to_owned()));
                at += 1;
            }
            ',' | ';' | '\n' | '+' => {
                tokens.push(Token::Comma);
                at += 1;
            }
            ' ' | '.' | ':' | '(' | ')' => at += 1,
            other => {
                let told = if other.is_control() { "a sign" } else { &*format!("`{other}`") };
                return Err(DoseError::new(format!("{told} means nothing in a dose"), super::grammar::HOW));
            }
        }
    }
    Ok(tokens)
}

/// A number, or the end of a range.
fn push_number(tokens: &mut Vec<Token>, number: u16) -> Result<(), DoseError> {
    if let [.., Token::Number(least), Token::Word(to)] = tokens.as_slice()
        && to == "to"
    {
        let least = least.least;
        if least >= number {
            return Err(DoseError::new(
                format!("the range {least} to {number} does not go up"),
                "write the smaller number first, such as `8-12`",
            ));
        }
        tokens.truncate(tokens.len() - 2);
        tokens.push(Token::Number(Count { least, most: number }));
        return Ok(());
    }
    tokens.push(Token::Number(Count::one(number)));
    Ok(())
}

fn push_word(tokens: &mut Vec<Token>, is_by: bool, word: &str) -> Result<(), DoseError> {
    if is_by {
        tokens.push(Token::By);
        return Ok(());
    }
    match NUMBERS.iter().find(|(name, _)| *name == word) {
        Some(&(_, number)) => push_number(tokens, number),
        None => {
            tokens.push(Token::Word(word.to_owned()));
            Ok(())
        }
    }
}

/// Whether a hyphen stands between two numbers.
fn joins_numbers(tokens: &[Token], after: &[char]) -> bool {
    let next = after.iter().find(|c| **c != ' ');
    matches!(tokens.last(), Some(Token::Number(_))) && next.is_some_and(char::is_ascii_digit)
}

/// A character as it is meant: other digits, crosses, hyphens and spaces are plain ones.
fn plain(c: char) -> char {
    let digit = |zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c);
    match c {
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        '０'..='９' => digit('０'),
        '×' | '✕' | '*' | '∗' => 'x',
        '‐'..='―' | '−' => '-',
        '،' | '؛' | '&' => ',',
        '\r' => '\n',
        c if c.is_whitespace() && c != '\n' => ' ',
        other => other,
    }
}
