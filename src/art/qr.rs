//! QR codes (ISO/IEC 18004) as one outline to be filled.

use kurbo::BezPath;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::geom::Pt;

/// White modules around the code that scanners need (ISO/IEC 18004, 6.3.8).
const QUIET_ZONE: i32 = 4;

/// A QR code, with its quiet zone.
#[derive(Clone, Debug)]
pub struct Qr {
    /// The dark modules; in points, `y` down, from the top left corner of the quiet zone. By either winding rule.
    pub path: BezPath,
    /// Length of a module's side.
    pub module: Pt,
    /// Modules along a side, without the quiet zone.
    pub modules: usize,
}

/// A QR code of a text, `side` wide with its quiet zone; about 15 in 100 of it may be damaged (level M). `None` when the
/// text is too long for a code.
#[must_use]
pub fn qr(text: &str, side: Pt) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let module = f64::from(side.0) / f64::from(code.size() + QUIET_ZONE * 2);
    let mut path = BezPath::new();
    for block in blocks(&code) {
        let place = |modules: i32| f64::from(modules + QUIET_ZONE) * module;
        let (left, top, right, bottom) = (place(block.left), place(block.top), place(block.right), place(block.bottom));
        path.move_to((left, top));
        path.line_to((right, top));
        path.line_to((right, bottom));
        path.line_to((left, bottom));
        path.close_path();
    }
    Some(Qr { path, module: Pt(module as f32), modules: code.size().unsigned_abs() as usize })
}

/// A rectangle of dark modules; right and bottom are the first ones outside.
struct Block {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

/// The dark modules as rectangles: runs along a line, joined with equal runs in the lines below.
fn blocks(code: &QrCode) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for y in 0..code.size() {
        for (left, right) in runs(code, y) {
            let above = blocks.iter_mut().find(|block| (block.left, block.right, block.bottom) == (left, right, y));
            match above {
                Some(block) => block.bottom = y + 1,
                None => blocks.push(Block { left, top: y, right, bottom: y + 1 }),
            }
        }
    }
    blocks
}

/// Where dark modules begin and end in a line.
fn runs(code: &QrCode, y: i32) -> Vec<(i32, i32)> {
    let mut runs = Vec::new();
    let mut start = None;
    // The module after the last one is light.
    for x in 0..=code.size() {
        match (code.get_module(x, y), start) {
            (true, None) => start = Some(x),
            (false, Some(from)) => {
                runs.push((from, x));
                start = None;
            }
            _ => {}
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Shape as _;

    const TEXTS: [&str; 3] =
        ["https://example.org/back", "A", "https://clinic.example/leaflets/rückenschmerzen?lang=de"];

    #[test]
    fn every_module_is_as_the_encoder_made_it() {
        for text in TEXTS {
            let side = Pt(70.0);
            let drawn = qr(text, side).expect("a code");
            let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a code");
            assert!((drawn.module.0 * (drawn.modules + 8) as f32 - side.0).abs() < 0.001);
            for y in -QUIET_ZONE..code.size() + QUIET_ZONE {
                for x in -QUIET_ZONE..code.size() + QUIET_ZONE {
                    let middle = |at: i32| (f64::from(at + QUIET_ZONE) + 0.5) * f64::from(drawn.module.0);
                    let winding = drawn.path.winding((middle(x), middle(y)).into());
                    assert_eq!(winding != 0, code.get_module(x, y), "{text}: {x}, {y}");
                    assert!(winding.abs() <= 1, "no rectangle lies on another");
                }
            }
        }
    }

    #[test]
    fn the_quiet_zone_is_inside() {
        let drawn = qr(TEXTS[0], Pt(66.0)).expect("a code");
        let (bounds, zone) = (drawn.path.bounding_box(), f64::from(drawn.module.0) * 4.0);
        for (found, expected) in
            [(bounds.x0, zone), (bounds.y0, zone), (bounds.x1, 66.0 - zone), (bounds.y1, 66.0 - zone)]
        {
            assert!((found - expected).abs() < 0.001, "{found} {expected}");
        }
    }

    #[test]
    fn runs_are_joined() {
        let code = QrCode::encode_text(TEXTS[0], QrCodeEcc::Medium).expect("a code");
        let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = dark.filter(|&(x, y)| code.get_module(x, y)).count();
        assert!(blocks(&code).len() * 2 < dark, "{} rectangles for {dark} modules", blocks(&code).len());
    }

    #[test]
    fn what_no_code_can_hold_is_refused() {
        assert!(qr(&"x".repeat(3000), Pt(70.0)).is_none());
    }
}
