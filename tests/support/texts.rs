//! Every text that a YAML file asks to be printed, found without the program's own model: all strings but those under
//! keys that are never printed, with CommonMark taken off and placeholders filled in.

use handout::language;
use handout::model::brand::Brand;
use handout::model::handout::Handout;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde_json::Value;

use super::library::{languages, project};
use super::reading::plain;

/// Keys whose values are not printed as they stand.
const SILENT: [&str; 17] = [
    "allow",
    "language",
    "stage",
    "evidence",
    "priority",
    "icon",
    "after",
    "sources",
    "use",
    "also",
    "picture",
    "numbers",
    "published",
    "review",
    "date",
    "hash",
    "logo",
];

/// Fills in `{{name}}`; a capital first letter asks for one in the value.
pub struct Filler(std::collections::BTreeMap<String, String>);

impl Filler {
    /// The values of a brand for a handout's language.
    pub fn new(handout: &Handout, brand: &Brand) -> Self {
        // Marks that keep numbers in order steer the line and are not text.
        let languages = languages();
        let values = language::values(brand, languages.of(&handout.language.value, &brand.locale.value));
        let bare = |value: String| value.replace(['\u{2066}', '\u{2069}'], "");
        Self(values.into_iter().map(|(name, value)| (name, bare(value))).collect())
    }

    /// Whether the brand has a line that is answered day and night.
    pub fn has_line(&self) -> bool {
        self.0.contains_key("maternity_line")
    }

    /// Without the parts in double square brackets that the brand has no value for, and without those brackets.
    fn kept(&self, text: &str) -> String {
        let Some((before, rest)) = text.split_once("[[") else { return text.to_owned() };
        let Some((part, after)) = rest.split_once("]]").filter(|(part, _)| part.contains("{{")) else {
            return text.to_owned();
        };
        let names = part.split("{{").skip(1).filter_map(|rest| Some(rest.split_once("}}")?.0.trim().to_lowercase()));
        let part = if names.into_iter().all(|name| self.0.contains_key(&name)) { part } else { "" };
        format!("{before}{part}{}", self.kept(after))
    }

    fn fill(&self, text: &str) -> String {
        let text = self.kept(text);
        let mut parts = text.split("{{");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once("}}").expect("closed braces");
            let name = name.trim();
            match self.0.get(name) {
                Some(value) => filled.push_str(value),
                None => {
                    let value = self.0.get(&name.to_lowercase()).unwrap_or_else(|| panic!("no value for {name}"));
                    let mut characters = value.chars();
                    filled.extend(characters.next().into_iter().flat_map(char::to_uppercase));
                    filled.push_str(characters.as_str());
                }
            }
            filled.push_str(rest);
        }
        filled
    }

    /// The paragraphs and list items of a CommonMark text as they are to be read.
    pub fn printed(&self, text: &str) -> Vec<String> {
        let mut paragraphs = vec![String::new()];
        for event in Parser::new(text) {
            let last = paragraphs.last_mut().expect("one at least");
            match event {
                Event::Text(text) => last.push_str(&text),
                Event::SoftBreak | Event::HardBreak => last.push(' '),
                Event::Start(Tag::Item | Tag::List(_)) | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                    paragraphs.push(String::new());
                }
                _ => {}
            }
        }
        paragraphs.iter().map(|text| plain(&self.fill(text))).filter(|text| !text.is_empty()).collect()
    }
}

/// A handout's YAML; one that leaves its warning signs out has the standard box of its stage, as it stands in the pack.
fn with_help_box(yaml: &str) -> Value {
    let mut root: Value = serde_yaml::from_str(yaml).expect("YAML");
    if let (Some(stage), None) = (root["stage"].as_str(), root.get("seek_care")) {
        let path = project("handouts/topics/back-pain-in-pregnancy/en/help.yaml");
        let pack: Value = serde_yaml::from_str(&std::fs::read_to_string(path).expect("the pack")).expect("YAML");
        let standard = pack["boxes"][stage].clone();
        assert!(standard.is_object(), "{stage}");
        root["seek_care"] = standard;
    }
    root
}

/// All strings of a YAML file that are printed for one clinic or another.
pub fn strings(yaml: &str) -> Vec<String> {
    let mut strings = Vec::new();
    collect(&with_help_box(yaml), &mut strings);
    strings
}

/// Those that are printed for a clinic with, or without, a line that is answered day and night.
pub fn strings_for(yaml: &str, has_line: bool) -> Vec<String> {
    let mut root = with_help_box(yaml);
    if let Some(Value::Object(tiers)) = root.get_mut("seek_care") {
        for (name, tier) in tiers.iter_mut() {
            keep_calls(name, tier, has_line);
        }
    }
    let mut strings = Vec::new();
    collect(&root, &mut strings);
    strings
}

/// Takes out what a tier says to do for the other kind of clinic. Without a line and words for that, same-day signs stand
/// among the emergencies, under what is said there.
fn keep_calls(name: &str, tier: &mut Value, has_line: bool) {
    const WITHOUT: &str = "call_without_number";
    let Value::Object(tier) = tier else { return };
    if has_line {
        tier.remove(WITHOUT);
    } else if tier.contains_key(WITHOUT) || name == "same_day" {
        tier.remove("call");
    }
}

fn collect(value: &Value, strings: &mut Vec<String>) {
    match value {
        Value::String(text) => strings.push(text.clone()),
        Value::Array(entries) => entries.iter().for_each(|entry| collect(entry, strings)),
        Value::Object(entries) => {
            let printed = entries.iter().filter(|(key, _)| !SILENT.contains(&key.as_str()));
            printed.for_each(|(_, value)| collect(value, strings));
        }
        _ => {}
    }
}
