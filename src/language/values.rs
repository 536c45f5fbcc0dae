//! What placeholders in texts stand for under a brand: words of the language, the brand's own, and its contacts.

use super::{Language, is_same_language};
use crate::model::brand::Brand;
use crate::model::handout::ContactNumber;
use crate::model::text::Values;

/// What placeholders stand for in texts of `language` under a brand. The brand's own words count in its own language only.
#[must_use]
pub fn values(brand: &Brand, language: &Language) -> Values {
    let words = &language.settings().words;
    let mut values: Values = words.iter().map(|(name, word)| (name.clone(), word.value.clone())).collect();
    if is_same_language(&brand.locale.value, language.tag()) {
        values.extend(brand.words.iter().map(|(name, word)| (name.clone(), word.value.clone())));
    }
    let contact = &brand.contact;
    let mut put = |name: &str, value: Option<&String>| {
        if let Some(value) = value {
            values.insert(name.to_owned(), value.clone());
        }
    };
    put("clinic", Some(&brand.name.value));
    put("hours", contact.hours.as_ref().map(|v| &v.value));
    put("web", contact.web.as_ref().map(|v| &v.value));
    for (name, which) in ContactNumber::NAMED {
        if let Some(number) = contact.number(which) {
            values.insert(name.to_owned(), language.number(&number.value));
        }
    }
    // Whom to turn to when the doctor is closed: without such a line, the emergency department.
    if let (None, Some(department)) = (&contact.urgent_line, values.get("emergency_department").cloned()) {
        values.insert("urgent_line".to_owned(), department);
    }
    values
}
