//! B008: a telephone number that cannot be dialled. B009: a web address that no browser opens, or that lacked its start.

use crate::diag::{Example, Explanation, Finding};
use crate::model::brand::Brand;
use crate::model::handout::ContactNumber;
use crate::model::phone::Phone;
use crate::model::web::WebAddress;

/// What is found.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "B008",
        title: "a telephone number that cannot be dialled",
        meaning: "A part of `contact` that is a telephone number holds letters, two numbers, or too few or too many digits. \
                  Spaces, hyphens, brackets, a national `(0)` and an extension (`ext. 4`) are understood; a number is printed \
                  as it is typed.",
        why: "A woman with a warning sign taps the number. It must ring where she is meant to call.",
        example: Example::Brand {
            bad: "contact:\n  phone: \"01632 960 200 or 01632 960 209\"\n  maternity_line: \"01632 960 201\"\n  \
                  emergency_number: \"999\"\n  early_pregnancy_unit: \"01632 960 202\"\n",
            good: "contact:\n  phone: \"01632 960 200 ext. 9\"\n  maternity_line: \"01632 960 201\"\n  \
                   emergency_number: \"999\"\n  early_pregnancy_unit: \"01632 960 202\"\n",
        },
        standard: "RFC 3966, the `tel` address; ITU-T E.164: at most 15 digits.",
        safety: true,
    },
    Explanation {
        code: "B009",
        title: "a web address that no browser opens",
        meaning: "`contact.web` is not an address of a place on the web: it is an e-mail address or a sentence, has another start \
                  than https:// or http://, or no name. Where the start alone is missing, https:// is added, and this is a note.",
        why: "The link and the square code to scan would lead nowhere.",
        example: Example::Brand {
            bad: "contact:\n  phone: \"01632 960 200\"\n  maternity_line: \"01632 960 201\"\n  emergency_number: \"999\"\n  \
                  early_pregnancy_unit: \"01632 960 202\"\n  web: info@clinic.example\n",
            good: "contact:\n  phone: \"01632 960 200\"\n  maternity_line: \"01632 960 201\"\n  emergency_number: \"999\"\n  \
                   early_pregnancy_unit: \"01632 960 202\"\n  web: https://clinic.example\n",
        },
        standard: "RFC 3986 and RFC 9110: addresses of the web.",
        safety: false,
    },
];

/// Holds a brand's numbers, dialled in `country`, and its web address against what can be dialled and opened; completes
/// the address.
pub fn check(brand: &mut Brand, country: Option<&str>, findings: &mut Vec<Finding>) {
    for (name, which) in ContactNumber::NAMED {
        let Some(number) = brand.contact.number(which) else { continue };
        if let Err(no_phone) = Phone::read(&number.value, country) {
            findings.push(
                Finding::error("B008", format!("`{name}` is not a telephone number"))
                    .at(&number.place, no_phone.why)
                    .help(no_phone.help),
            );
        }
    }
    let Some(web) = &mut brand.contact.web else { return };
    match WebAddress::read(&web.value) {
        Ok(read) => {
            if read.completed {
                findings.push(
                    Finding::note("B009", "the web address lacks its start")
                        .at(&web.place, format!("it is taken as {}", read.address))
                        .help(format!("write `web: {}`", read.address)),
                );
            }
            web.value = read.address;
        }
        Err(no_address) => findings.push(
            Finding::error("B009", "`web` is not a web address").at(&web.place, no_address.why).help(no_address.help),
        ),
    }
}
