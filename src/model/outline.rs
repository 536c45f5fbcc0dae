//! Where the parts of a file stand, kept with its text, so that every finding on it can tell its path.

use super::yaml::{Node, Value};
use crate::diag::{Outline, Source, Step};

/// What stands for a key that is not shown.
const HIDDEN: &str = "…";

/// Keeps with `source` where the parts of its tree stand. Keys that `shows` refuses are not named.
pub(super) fn keep(source: &Source, root: &Node, shows: impl Fn(&str) -> bool) {
    let mut outline = Outline::default();
    add(&mut outline, None, root, &shows);
    source.keep_outline(outline);
}

fn add(outline: &mut Outline, parent: Option<usize>, node: &Node, shows: &impl Fn(&str) -> bool) {
    match &node.value {
        Value::Map(entries) => {
            for (key, value) in entries {
                let name = if shows(&key.text) { key.text.as_str() } else { HIDDEN };
                let span = key.span.start..value.span.end.max(key.span.end);
                let part = outline.add(parent, Step::Key(name.to_owned()), span);
                add(outline, Some(part), value, shows);
            }
        }
        Value::Seq(items) => {
            for (index, item) in items.iter().enumerate() {
                let part = outline.add(parent, Step::Index(index), item.span.clone());
                add(outline, Some(part), item, shows);
            }
        }
        Value::Null | Value::Scalar { .. } | Value::Invalid => {}
    }
}
