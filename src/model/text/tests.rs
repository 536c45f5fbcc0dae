//! What is markup, and that nothing else is.

use proptest::prelude::*;

use super::*;

/// A text's passages as one line of words: lines apart by `/`, paragraphs by `//`, entries by their marks, bold in `<>`.
fn shown(passages: &[Passage]) -> String {
    let passage = |passage: &Passage| match passage {
        Passage::Paragraph(rich) => {
            let span = |span: &Span| {
                let text = span.text.replace('\n', "/");
                let text = if span.bold { format!("<{text}>") } else { text };
                span.link.as_ref().map_or_else(|| text.clone(), |link| format!("{text}@{link}"))
            };
            rich.spans.iter().map(span).collect::<String>()
        }
        Passage::List { numbers, items } => {
            let entry = |(index, item): (usize, &Vec<Passage>)| {
                let mark = numbers.as_ref().map_or("•", |numbers| &numbers[index]);
                format!("{mark}{{{}}}", shown(item))
            };
            items.iter().enumerate().map(entry).collect::<String>()
        }
    };
    passages.iter().map(passage).collect::<Vec<_>>().join("//")
}

#[test]
fn bold_links_and_lists_of_a_handout_are_read() {
    for (typed, read) in [
        ("One **two** [three](https://a.example).\n\n- a\n- b *c*", "One <two> three@https://a.example.//•{a}•{b <c>}"),
        ("**Keep moving**, and rest.", "<Keep moving>, and rest."),
        ("***Now***", "<Now>"),
        ("_Slowly_ and __well__", "<Slowly> and <well>"),
        ("[a **b**](https://x.example)", "a @https://x.example<b>@https://x.example"),
        ("See <https://x.example>.", "See https://x.example@https://x.example."),
        ("One\ntwo  \nthree", "One two/three"),
        ("3. a\n4. b\n\ntext", "3.{a}4.{b}//text"),
        ("1. a\n1. b\n1. c", "1.{a}2.{b}3.{c}"),
        ("- a\n  more\n- b\n  - c\n  - d", "•{a more}•{b//•{c}•{d}}"),
        ("Do this:\n- a\n- b", "Do this://•{a}•{b}"),
        ("- a\n\n- b", "•{a}•{b}"),
    ] {
        assert_eq!(shown(&parse(typed).unwrap()), read, "{typed}");
    }
}

#[test]
fn what_an_author_did_not_mean_as_markup_stays() {
    for typed in [
        "Squats 3*10, cat stretch 2*5.",
        "3. Walk each day",
        "1) x",
        "2_3_4",
        "a * b * c",
        "#1 is rest",
        "- ",
        "- one line",
        "> 3 kg",
        "<5 kg and >3 kg",
        "x <b and c> y",
        "AT&T &amp; &nbsp;",
        r"\* C:\x \[a\]",
        "100% ~5~",
        "[x] (a)(b) [x](y) [Note]: keep",
        "[1]: https://x.example",
        "____",
        "a  b",
        "Week 30 + 2",
        "+ 1 kg",
    ] {
        assert_eq!(shown(&parse(typed).unwrap()), typed.trim(), "{typed}");
    }
}

#[test]
fn what_an_author_meant_and_a_leaflet_cannot_print_is_named() {
    let named = |text: &str| parse(text).unwrap_err().into_iter().map(|what| what.0).collect::<Vec<_>>();
    assert_eq!(named("# Big\n\n`x`"), ["a heading", "code"]);
    assert_eq!(named("a <br> b ![c](d.png)"), ["HTML", "a picture"]);
    assert_eq!(named("> a\n> b"), ["a quotation"]);
    assert_eq!(named("a\n---\nb"), ["a rule"]);
    assert_eq!(named("```\nx\n```")[0], "a block of code");
}

#[test]
fn a_note_is_printed_as_it_was_typed() {
    for typed in [
        "Squats 3*10, cat stretch 2*5.",
        "3. Walk each day",
        "2_3_4 and __init__ and _x_",
        "a * b * c",
        "*slowly*",
        "#1 is rest",
        "# Rest",
        "1) x",
        "- one dash",
        "> 3 kg",
        "<5 kg, <b>, <https://x.example>",
        "&amp; &lt;",
        r"\* C:\x",
        "100% ~5~ ~~6~~",
        "`code` and ```more```",
        "https://x.example/a_b_c*d*",
        "[x] [x](y) (a)(b) [a]: b",
        "![x](https://x.example/y.png)",
        "* * *",
        "---",
        "===",
        "a ** b ** c, 2**3**4",
        "** bold**",
        "a  b",
    ] {
        assert_eq!(shown(&note(typed)), typed, "{typed}");
    }
    for (typed, read) in [
        ("Line one\nline two", "Line one/line two"),
        ("One\n\nTwo", "One//Two"),
        ("  One  \r\n    two  ", "One/    two"),
        ("Title\n===\nText\n---", "Title/===/Text/---"),
        ("1. a\n3. b", "1. a/3. b"),
        ("- a\n* b", "- a/* b"),
        ("Weights:\n1.5 kg\n2.5 kg", "Weights:/1.5 kg/2.5 kg"),
    ] {
        assert_eq!(shown(&note(typed)), read, "{typed}");
    }
}

#[test]
fn unmistakable_markup_of_a_note_is_read() {
    for (typed, read) in [
        ("**Go slowly**, please", "<Go slowly>, please"),
        ("***Go slowly***", "<Go slowly>"),
        ("Do **3*10** a day (**not** more).", "Do <3*10> a day (<not> more)."),
        ("See [our page](https://x.example/a_b).", "See our page@https://x.example/a_b."),
        ("Do:\n- walk\n- swim", "Do://•{walk}•{swim}"),
        ("* walk\n* swim\nEach day.", "•{walk}•{swim}//Each day."),
        ("3. Walk\n4. Swim", "3.{Walk}4.{Swim}"),
        ("1) Walk\n2) Swim", "1){Walk}2){Swim}"),
        ("- walk\n  in the park\n- swim", "•{walk/in the park}•{swim}"),
    ] {
        assert_eq!(shown(&note(typed)), read, "{typed}");
    }
    assert_eq!(shown(&note_lines("- walk\n- **swim**")), "- walk/- <swim>");
}

#[test]
fn a_value_is_never_markup() {
    let values = Values::from([("name".to_owned(), "**Ann** [x](y)".to_owned())]);
    let passages = fill_passages(parse("Dear {{name}}, {{Name}}").expect("supported"), &values);
    assert_eq!(passages, vec![Passage::Paragraph(Rich::plain("Dear **Ann** [x](y), **Ann** [x](y)"))]);
}

#[test]
fn a_capital_name_gives_a_capital_value() {
    let values = Values::from([("gp".to_owned(), "doctor".to_owned())]);
    assert_eq!(fill("{{Gp}} or {{gp}} or {{nobody}}", &values), "Doctor or doctor or {{nobody}}");
}

/// Thousands of marks in a row are read in the time that as many words take: a test of minutes would be noticed.
#[test]
fn long_runs_of_marks_are_text() {
    for mark in [
        "<",
        "*",
        "_",
        "**a ",
        "[",
        "`",
        "](",
        "![",
        "&",
        "- ",
        "> ",
        "1. a\n",
        "- a\n",
        "\n",
        "- a\n\n\n",
        "<a b",
        "<!--",
    ] {
        let text = mark.repeat(200_000 / mark.len());
        let printed = letters(&note(&text));
        let figures = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        assert_eq!(figures(&printed), figures(&text), "{mark:?}");
        let _ = parse(&text);
    }
}

/// The characters of all words and marks of entries, without spaces.
fn letters(passages: &[Passage]) -> String {
    let mut letters = String::new();
    for passage in passages {
        match passage {
            Passage::Paragraph(rich) => letters.push_str(&rich.text()),
            Passage::List { numbers, items } => {
                for (index, item) in items.iter().enumerate() {
                    letters.push_str(numbers.as_ref().map_or("-", |numbers| &numbers[index]));
                    letters.push_str(&self::letters(item));
                }
            }
        }
    }
    letters.retain(|c| !c.is_whitespace());
    letters
}

/// Whether `printed` is `typed` with nothing left out but the marks `**`, `[`, `](https://…)`, and bullets alike.
fn only_marks_are_gone(typed: &str, printed: &str) -> bool {
    const END: &str = "](https://x.example)";
    let [typed, printed] = [typed, printed].map(|text| text.replace(END, "\u{1}"));
    let typed: Vec<char> =
        typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '*' { '-' } else { c }).collect();
    let printed: Vec<char> = printed.chars().map(|c| if c == '*' { '-' } else { c }).collect();
    let (mut at, mut gone) = (0, String::new());
    for c in &typed {
        if printed.get(at) == Some(c) {
            at += 1;
        } else {
            gone.push(*c);
        }
    }
    let gone = gone.replace(['[', '\u{1}'], "");
    at == printed.len() && gone.len() % 2 == 0 && gone.chars().all(|c| c == '-')
}

proptest! {
    /// Whatever is typed into a note comes out, but for the marks that were read.
    #[test]
    fn nothing_typed_gets_lost(parts in prop::collection::vec(prop_oneof![
        Just("*"), Just("**"), Just("_"), Just("3"), Just("10"), Just("word"), Just(" "), Just("  "), Just("\n"), Just("\n\n"),
        Just("- "), Just("* "), Just("1. "), Just("2. "), Just("3) "), Just("# "), Just("> "), Just("<"), Just("<b>"),
        Just("&amp;"), Just("\\"), Just("`"), Just("~"), Just("["), Just("]"), Just("("), Just(")"), Just("!"),
        Just("[page](https://x.example)"), Just("---"), Just("    "), Just("é"), Just("ألم"), Just("|"), Just(":"), Just("."),
    ], 0..24)) {
        let typed = parts.concat();
        let printed = letters(&note(&typed));
        prop_assert!(only_marks_are_gone(&typed, &printed), "{typed:?} became {printed:?}");
        // An author's text never panics, and loses no letter or figure.
        if let Ok(passages) = parse(&typed) {
            // `1.` before every entry is counted up.
            let counted = typed.contains("1. ");
            let only = |text: &str| {
                text.chars().filter(|c| c.is_alphabetic() || c.is_numeric() && !counted).collect::<String>()
            };
            // Addresses of links are not printed; of what is no link, they are.
            let [typed, printed] = [typed, letters(&passages)].map(|text| text.replace("(https://x.example)", ""));
            prop_assert!(only(&typed) == only(&printed), "{typed:?} became {printed:?}");
        }
    }
}

fn crisis() -> Values {
    Values::from([("crisis_line".to_owned(), "988".to_owned())])
}

#[test]
fn a_part_is_printed_only_where_it_has_its_value() {
    let text = "You may hurt yourself[[ (you can also call {{crisis_line}})]]. Call.";
    assert_eq!(
        without_empty_parts(text, &crisis()),
        "You may hurt yourself (you can also call {{crisis_line}}). Call."
    );
    assert_eq!(without_empty_parts(text, &Values::new()), "You may hurt yourself. Call.");
    let two = "[[{{crisis_line}}]] and [[{{web}} or {{crisis_line}}]]!";
    assert_eq!(without_empty_parts(two, &crisis()), "{{crisis_line}} and !");
}

#[test]
fn other_brackets_are_text() {
    for text in ["[[x]]", "[[ {{crisis_line}}", "a]] {{crisis_line}} [[b", "[{{crisis_line}}]"] {
        assert_eq!(without_empty_parts(text, &Values::new()), text);
    }
    assert_eq!(without_empty_parts("[[[{{crisis_line}}]]]", &crisis()), "[{{crisis_line}}]");
}
