//! What stands where in a file: its parts, for the paths of findings (JSON Pointer, RFC 6901).

use std::ops::Range;

/// The parts of a file and the bytes that each takes.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    parts: Vec<Part>,
}

/// A part of a file.
#[derive(Clone, Debug)]
struct Part {
    span: Range<usize>,
    /// The number of the part that it lies in; `None` for one of the whole file.
    parent: Option<usize>,
    step: Step,
}

/// How a part is named in the one that it lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// By a key.
    Key(String),
    /// By its number in a list, from 0.
    Index(usize),
}

impl Outline {
    /// Adds a part and gives its number. Parts are added after the part that they lie in.
    pub fn add(&mut self, parent: Option<usize>, step: Step, span: Range<usize>) -> usize {
        self.parts.push(Part { span, parent, step });
        self.parts.len() - 1
    }

    /// The path to the smallest part that holds a stretch, such as `/prevention/items/3`; empty for the whole file.
    #[must_use]
    pub fn pointer(&self, span: &Range<usize>) -> String {
        let holds = |part: &Part| part.span.start <= span.start && span.end <= part.span.end;
        let held = self.parts.iter().enumerate().filter(|(_, part)| holds(part));
        // Of two that are as long, the inner one was added later.
        let smallest = held.min_by_key(|(number, part)| (part.span.len(), usize::MAX - number));
        let mut steps = Vec::new();
        let mut next = smallest.map(|(number, _)| number);
        while let Some(part) = next.and_then(|number| self.parts.get(number)) {
            steps.push(match &part.step {
                Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
                Step::Index(index) => format!("/{index}"),
            });
            next = part.parent;
        }
        steps.reverse();
        steps.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_the_smallest_part() {
        let mut outline = Outline::default();
        let list = outline.add(None, Step::Key("a/b~".to_owned()), 0..40);
        let item = outline.add(Some(list), Step::Index(1), 10..30);
        outline.add(Some(item), Step::Key("text".to_owned()), 10..30);
        for (span, path) in [(0..3, "/a~1b~0"), (12..14, "/a~1b~0/1/text"), (8..12, "/a~1b~0"), (38..44, "")] {
            assert_eq!(outline.pointer(&span), path);
        }
    }
}
