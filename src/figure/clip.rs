//! Cutting an outline at a water line.

use kurbo::{BezPath, ParamCurve, PathSeg, Point};

/// The part of `path` above the height `level` (smaller `y`); an outline that is filled is closed along the line.
#[must_use]
pub fn above(path: &BezPath, level: f64, fill: bool) -> BezPath {
    let mut kept = BezPath::new();
    let mut end: Option<Point> = None;
    for segment in path.segments() {
        for piece in pieces(segment, level) {
            if piece.eval(0.5).y >= level {
                continue;
            }
            let start = piece.eval(0.0);
            match end {
                Some(end) if (end - start).hypot() < 1e-6 => {}
                Some(_) if fill => kept.line_to(start),
                _ => kept.move_to(start),
            }
            kept.push(piece.as_path_el());
            end = Some(piece.eval(1.0));
        }
    }
    if fill && end.is_some() {
        kept.close_path();
    }
    kept
}

/// A segment cut where it crosses the line.
fn pieces(segment: PathSeg, level: f64) -> Vec<PathSeg> {
    let reach = 1e5;
    let line = kurbo::Line::new((-reach, level), (reach, level));
    let mut cuts: Vec<f64> = segment.intersect_line(line).iter().map(|crossing| crossing.segment_t).collect();
    cuts.retain(|t| (1e-6..1.0 - 1e-6).contains(t));
    cuts.sort_by(f64::total_cmp);
    let starts = std::iter::once(0.0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([1.0]);
    starts.zip(ends).map(|(start, end)| segment.subsegment(start..end)).collect()
}

#[cfg(test)]
mod tests {
    use kurbo::{Circle, Shape};

    use super::*;

    #[test]
    fn half_a_disc_is_left_above_its_middle() {
        let disc = Circle::new((0.0, 0.0), 10.0).to_path(0.01);
        let bounds = above(&disc, 0.0, true).bounding_box();
        assert!(bounds.y1.abs() < 1e-3 && (bounds.y0 + 10.0).abs() < 0.01);
        assert!(above(&disc, -11.0, true).elements().is_empty());
    }
}
