//! What must hold for any leaflet, shipped or random.

use handout::geom::{Mm, Pt, Rect};
use handout::layout::display::{GlyphRun, Ink, Item, Publication};
use handout::model::handout::Tier;
use kurbo::Shape as _;

use super::reading::{Kid, Node, Reading, plain};
use super::texts::{self, Filler};

/// The texts that are not in the reading, each as one stretch of one block.
pub fn lost(yaml: &str, filler: &Filler, reading: &Reading) -> Vec<String> {
    let blocks: Vec<String> = reading.blocks().iter().map(|block| block.text()).collect();
    let strings = texts::strings_for(yaml, filler.has_line());
    let printed = strings.iter().flat_map(|text| filler.printed(text));
    let is_lost = |text: &String| !blocks.iter().any(|block| block.contains(text.as_str()));
    printed.filter(is_lost).map(|text| format!("lost {text:?}")).collect()
}

/// The signs of a tier as they are to be read.
pub fn signs(tier: &Tier, filler: &Filler) -> Vec<String> {
    let sign = |sign: &handout::model::handout::Item| {
        let text = filler.printed(&sign.text.value).join(" ");
        match &sign.name {
            Some(name) => format!("{}: {text}", filler.printed(&name.value).join(" ")),
            None => text,
        }
    };
    tier.all_signs().map(sign).collect()
}

/// The bodies of the list items under the help box's heading, in reading order, a list a tier.
pub fn signs_read(reading: &Reading, title: &str) -> Vec<Vec<String>> {
    let is_help = |node: &&Node| {
        let first = node.kids.first();
        matches!(first, Some(Kid::Node(heading)) if heading.role == "H2" && heading.text() == title)
    };
    let all = reading.root.all();
    let help = all.into_iter().find(is_help).expect("a help box");
    // A tier may hold several lists: one for the signs that always hold, and one under each line of their own.
    let tiers = help.kids.iter().filter_map(|kid| match kid {
        Kid::Node(node) if node.role == "Sect" => Some(node),
        _ => None,
    });
    let bodies = |tier: &Node| tier.all().into_iter().filter(|n| n.role == "LBody").map(|n| plain(&n.text())).collect();
    tiers.map(bodies).collect()
}

/// The glyphs of an item that is text.
pub fn run_of(item: &Item) -> Option<&GlyphRun> {
    match &item.ink {
        Ink::Glyphs(run) => Some(run),
        _ => None,
    }
}

/// What an item covers on its page. Text covers its line from the height of capitals to the depth of a `p`.
fn covered(item: &Item) -> Rect {
    match &item.ink {
        Ink::Glyphs(run) => {
            let top = item.frame.y + run.baseline - run.size * 0.72;
            let left = item.frame.x + run.x;
            Rect::new(left, top, item.frame.width, run.size * 0.92)
        }
        Ink::Path(shape) => {
            let half = shape.stroke.map_or(0.0, |stroke| stroke.width.0 / 2.0);
            let bounds = shape.path.bounding_box();
            let (x, y) = (item.frame.x + Pt(bounds.x0 as f32 - half), item.frame.y + Pt(bounds.y0 as f32 - half));
            Rect::new(x, y, Pt(bounds.width() as f32 + 2.0 * half), Pt(bounds.height() as f32 + 2.0 * half))
        }
        Ink::Raster(_) => item.frame,
    }
}

/// What lies outside the part of the page that printers reach, one line each.
pub fn outside(publication: &Publication) -> Vec<String> {
    const SLACK: Pt = Pt(0.05);
    let edge = Pt::from(Mm(6.0));
    let mut found = Vec::new();
    for (index, page) in publication.pages.iter().enumerate() {
        for item in &page.items {
            let rect = covered(item);
            // The masthead's colour may reach the edge of the paper; text never.
            let is_masthead = index == 0 && rect.y < edge && matches!(item.ink, Ink::Path(_));
            let edge = if is_masthead { Pt::ZERO } else { edge };
            let inside = rect.x + SLACK >= edge
                && rect.y + SLACK >= edge
                && rect.right() <= page.size.width - edge + SLACK
                && rect.bottom() <= page.size.height - edge + SLACK;
            if !inside {
                found.push(format!("page {}: {rect:?} {:?}", index + 1, run_of(item).map(|run| &run.text)));
            }
        }
    }
    found
}

/// Texts that cover one another, one line each.
pub fn overlapping(publication: &Publication) -> Vec<String> {
    const SLACK: f32 = 0.3;
    let mut found = Vec::new();
    for (number, page) in (1..).zip(&publication.pages) {
        let runs: Vec<(Rect, &str)> = page
            .items
            .iter()
            .filter_map(|item| Some((covered(item), &*run_of(item)?.text)))
            .filter(|(_, text)| !text.trim().is_empty())
            .collect();
        for (at, (one, text)) in runs.iter().enumerate() {
            for (other, second) in &runs[at + 1..] {
                let across = one.right().min(other.right()) - one.x.max(other.x);
                let down = one.bottom().min(other.bottom()) - one.y.max(other.y);
                if across.0 > SLACK && down.0 > SLACK {
                    found.push(format!("page {number}: {text:?} and {second:?} overlap by {across:?}, {down:?}"));
                }
            }
        }
    }
    found
}
