//! B007: numbers and addresses that are reserved for examples, in a brand that is no sample.
//!
//! Ofcom keeps telephone numbers for drama, the North American plan 555-0100 to 555-0199, RFC 2606 and 6761 the
//! domains. Nobody answers there.

use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::brand::Brand;
use crate::model::phone::Phone;

/// What is found.
pub const EXPLANATION: Explanation = Explanation {
    code: "B007",
    title: "an example number in a real brand",
    meaning: "A telephone number or web address of this brand is one that is reserved for examples, and the brand does \
              not say `sample: true`.",
    why: "A patient with a warning sign would call a number that nobody answers.",
    example: Example::Brand {
        bad: "sample: false\ncontact:\n  phone: \"01632 960 200\"\n  emergency_number: \"999\"\n",
        good: "sample: true\ncontact:\n  phone: \"01632 960 200\"\n  maternity_line: \"01632 960 201\"\n  \
               emergency_number: \"999\"\n  early_pregnancy_unit: \"01632 960 202\"\n",
    },
    standard: "Ofcom numbers for drama; North American Numbering Plan 555-01XX; RFC 2606.",
    safety: true,
};

/// Starts of numbers that Ofcom keeps for drama, as digits; each ends where the last three are free.
const DRAMA: [&str; 12] = [
    "01632960", "02079460", "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960",
    "07700900", "08081570", "03069990",
];

/// Finds reserved numbers, dialled in `country`, and addresses in `brand`.
pub fn check(brand: &Brand, country: Option<&str>, findings: &mut Vec<Finding>) {
    if brand.sample {
        return;
    }
    let contact = &brand.contact;
    let lines = [
        &contact.maternity_line,
        &contact.early_pregnancy_unit,
        &contact.physio_self_referral,
        &contact.crisis_line,
        &contact.urgent_line,
    ];
    let numbers = [&contact.phone, &contact.emergency_number].into_iter().chain(lines.into_iter().flatten());
    let dialled =
        |number: &str| Phone::read(number, country).map_or_else(|_| number.to_owned(), |phone| phone.uri().to_owned());
    let wrong = numbers.filter(|number| is_reserved_number(&dialled(&number.value)));
    let wrong = wrong.chain(contact.web.iter().filter(|web| is_reserved_domain(&web.value)));
    findings.extend(wrong.map(finding));
}

fn finding(value: &Located<String>) -> Finding {
    Finding::error("B007", format!("`{}` is kept for examples: nobody answers there", value.value))
        .at(&value.place, "patients would be sent here")
        .help("write your own, or mark the brand with `sample: true`")
}

fn is_reserved_number(number: &str) -> bool {
    let number = number.split(';').next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let british = digits.strip_prefix("44").map_or_else(|| digits.clone(), |rest| format!("0{rest}"));
    let american = digits.strip_prefix('1').unwrap_or(&digits);
    let local = american.get(american.len().saturating_sub(7)..).unwrap_or_default();
    DRAMA.iter().any(|start| british.starts_with(start)) || (american.len() == 10 && local.starts_with("55501"))
}

fn is_reserved_domain(address: &str) -> bool {
    let host = address.split("://").last().unwrap_or_default().split(['/', ':', '?']).next().unwrap_or_default();
    let host = host.to_lowercase();
    let ends = |domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
    ["example", "test", "invalid", "example.com", "example.org", "example.net"].into_iter().any(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_numbers_and_domains_are_known() {
        for number in ["01632 960 100", "+44 1632 960100", "(555) 555-0123", "+1 212 555 0199", "020 7946 0123"] {
            assert!(is_reserved_number(number), "{number}");
        }
        for number in ["999", "01633 960 100", "212 555 1234", "0113 243 2799", "911"] {
            assert!(!is_reserved_number(number), "{number}");
        }
        for address in ["https://riverside.example", "clinic.example.com/leaflets", "http://a.test:80/x"] {
            assert!(is_reserved_domain(address), "{address}");
        }
        for address in ["https://nhs.uk/example", "https://exampleclinic.com", "https://best.org"] {
            assert!(!is_reserved_domain(address), "{address}");
        }
    }
}
