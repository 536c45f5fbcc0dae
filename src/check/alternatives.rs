//! H401: alternative text that does not tell what a picture shows.

use super::{Check, Rule, Shelves};
use crate::diag::{Example, Explanation, Finding};
use crate::model::exercise::Exercise;

/// Fewer words can name a picture, and hardly tell what it shows.
const FEWEST_WORDS: usize = 4;
/// A screen reader says by itself that it is a picture.
const OPENINGS: [&str; 8] =
    ["image of", "picture of", "photo of", "photograph of", "drawing of", "illustration of", "graphic of", "icon of"];
/// How names of picture files end.
const ENDINGS: [&str; 6] = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"];

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H401",
        title: "alternative text that tells nothing",
        meaning: "The `alt` of an exercise's picture has fewer than 4 words, is the name of a file, opens with words such \
                  as “picture of”, or only repeats the name of the exercise.",
        why: "A woman who listens to the leaflet must learn the position from these words alone.",
        example: Example::Exercise {
            bad: "picture:\n  alt: Picture of a woman who does knee rolls.\n  poses: [{ hip: [0, 100] }]\n",
            good: "picture:\n  alt: She sits tall on a chair and moves both knees to one side.\n  poses: [{ hip: [0, 100] }]\n",
        },
        standard: "WCAG 2.1, 1.1.1 Non-text Content; technique G94, failure F30.",
        safety: false,
    }],
    check: Check::Exercise(check),
};

fn check(exercise: &Exercise, _: Shelves<'_>, findings: &mut Vec<Finding>) {
    let Some(picture) = &exercise.picture else { return };
    for alt in picture.alts() {
        let Some(reason) = fault(&alt.value, &exercise.name.value) else { continue };
        findings.push(
            Finding::warning(
                "H401",
                format!("`alt` does not tell what the picture of `{}` shows", exercise.name.value),
            )
            .at(&alt.place, reason)
            .help("say in one or two sentences what her body does, as if you told it on the telephone"),
        );
    }
}

/// What is wrong with an alternative text.
fn fault(alt: &str, name: &str) -> Option<String> {
    let alt = alt.trim().trim_end_matches('.').to_lowercase();
    let name = name.trim().to_lowercase();
    let bare = ["a ", "an ", "the "].iter().find_map(|article| alt.strip_prefix(article)).unwrap_or(&alt);
    if ENDINGS.iter().any(|ending| alt.ends_with(ending)) {
        return Some("this is the name of a file".to_owned());
    }
    if let Some(opening) = OPENINGS.iter().find(|opening| bare.starts_with(&format!("{opening} "))) {
        return Some(format!("“{opening}” goes without saying: say what it shows"));
    }
    if bare == name {
        return Some("this only repeats the exercise's name".to_owned());
    }
    let words = alt.split_whitespace().count();
    (words < FEWEST_WORDS).then(|| format!("fewer than {FEWEST_WORDS} words say too little"))
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn words_that_tell_nothing_are_found() {
        for alt in ["cat", "Cat stretch", "the shoulder roll and press.", "cat-stretch.svg", "a very good cat.png", ""]
        {
            assert!(fault(alt, "Shoulder roll and press").is_some(), "{alt}");
        }
        for alt in
            ["Picture of a woman on all fours.", "An image of a woman who sits tall", "Photo of her back at rest"]
        {
            assert!(fault(alt, "Cat stretch").is_some(), "{alt}");
        }
    }

    #[test]
    fn words_that_tell_what_is_shown_are_not() {
        for alt in ["She walks tall in flat shoes.", "On hands and knees. The back rounds up like a cat."] {
            assert_eq!(fault(alt, "Cat stretch"), None, "{alt}");
        }
    }
}
