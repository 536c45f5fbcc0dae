//! H402: a link whose words do not say where it leads.

use super::prose::shortened;
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};
use crate::model::text::{self, Passage, Rich};
use crate::topic::Topic;

/// Words that say nothing of where a link leads.
const EMPTY: [&str; 18] = [
    "here",
    "click here",
    "click",
    "tap here",
    "see here",
    "look here",
    "go here",
    "link",
    "this link",
    "the link",
    "more",
    "read more",
    "learn more",
    "find out more",
    "more information",
    "this page",
    "this website",
    "this",
];
/// Addresses up to this length can be typed from paper.
const LONGEST_ADDRESS: usize = 40;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H402",
        title: "link text that says nothing",
        meaning: "The words of a link are “here”, “more”, “this page” and the like, or a bare address of more than 40 \
                  characters.",
        why: "Screen readers list links by their words alone. On paper, “here” leads nowhere, and nobody types a long \
              address.",
        example: Example::Handout {
            bad: "summary: Keep moving. Read about it [here](https://millbrook.example/moving).\n",
            good: "summary: Keep moving. Read [our page on moving well](https://millbrook.example/moving).\n",
        },
        standard: "WCAG 2.1, 2.4.4 Link Purpose (In Context).",
        safety: false,
    }],
    check: Check::Text(check),
};

fn check(prose: &Prose<'_>, _: &Topic, findings: &mut Vec<Finding>) {
    if !prose.text.value.contains("](") && !prose.text.value.contains('<') && !prose.text.value.contains('[') {
        return;
    }
    let mut links = Vec::new();
    collect(&text::parse(&prose.text.value).unwrap_or_default(), &mut links);
    for words in links {
        let Some(reason) = fault(&words) else { continue };
        findings.push(
            Finding::warning("H402", format!("the words of a link say nothing: “{}”", shortened(&words)))
                .at(&prose.place(&words), reason)
                .help("let the words of the link name what it leads to, such as `[our page on sleep](https://…)`"),
        );
    }
}

/// The words of every link, stressed or not.
fn collect(passages: &[Passage], links: &mut Vec<String>) {
    for passage in passages {
        match passage {
            Passage::Paragraph(rich) => links.extend(links_of(rich)),
            Passage::List { items, .. } => items.iter().for_each(|item| collect(item, links)),
        }
    }
}

fn links_of(rich: &Rich) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for (index, span) in rich.spans.iter().enumerate() {
        if span.link.is_none() {
            continue;
        }
        let goes_on = index > 0 && rich.spans[index - 1].link == span.link;
        match links.last_mut().filter(|_| goes_on) {
            Some(open) => open.push_str(&span.text),
            None => links.push(span.text.clone()),
        }
    }
    links
}

/// What is wrong with the words of a link.
fn fault(words: &str) -> Option<String> {
    let words = words.trim();
    let plain =
        words.trim_end_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace() || c == '…').to_lowercase();
    if EMPTY.contains(&plain.as_str()) {
        return Some("nobody can tell where this leads".to_owned());
    }
    let is_address = !words.contains(char::is_whitespace) && (words.contains("://") || words.starts_with("www."));
    let length = words.chars().count();
    (is_address && length > LONGEST_ADDRESS).then(|| format!("an address of {length} characters is hard to type"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<String> {
        let mut links = Vec::new();
        collect(&text::parse(text).expect("supported"), &mut links);
        links
    }

    #[test]
    fn links_are_told_apart() {
        let found = links("[a **b** c](https://a.example) and\n\n- [d](https://b.example)");
        assert_eq!(found, ["a b c", "d"]);
    }

    #[test]
    fn empty_words_and_long_addresses_are_found() {
        let long = "https://www.millbrook.example/leaflets/back-pain/third";
        for words in ["here", "Click here", "More …", "this page.", long] {
            assert!(fault(words).is_some(), "{words}");
        }
        for words in ["our page on sleep", "https://millbrook.example", "millbrook.example", "more about sleep"] {
            assert_eq!(fault(words), None, "{words}");
        }
    }
}
