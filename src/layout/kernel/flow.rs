//! Fills regions with slabs: one after another, or as balanced columns of equal height.
//!
//! A region is a rectangle such as a column or a folded leaflet's panel. All regions of one call have the width that the
//! slabs were set for.

use super::slab::{Slab, stack_height};
use std::ops::Range;

use crate::geom::Pt;

/// The slabs of each region, in order; shorter than the list of regions when the slabs run out.
pub type Filling = Vec<Range<usize>>;

/// Fills regions of the given heights one after another, each as far as possible without separating what must stay
/// together. Slabs that do not fit are in no range.
#[must_use]
pub fn fill(slabs: &[Slab], heights: &[Pt]) -> Filling {
    let mut filling = Filling::new();
    let mut start = 0;
    for &height in heights {
        if start == slabs.len() {
            break;
        }
        let end = fill_one(slabs, start, height);
        filling.push(start..end);
        start = end;
    }
    filling
}

/// The end of the longest run of slabs from `start` that fits in `height` and ends where a break is allowed.
fn fill_one(slabs: &[Slab], start: usize, height: Pt) -> usize {
    let mut used = Pt::ZERO;
    let mut end = start;
    for (index, slab) in slabs.iter().enumerate().skip(start) {
        used += if index == start { slab.height } else { slab.gap + slab.height };
        if used > height + Pt(0.01) {
            break;
        }
        if !slab.keep || index + 1 == slabs.len() {
            end = index + 1;
        }
    }
    end
}

/// Height of the first slabs, up to where the first break is allowed.
#[must_use]
pub fn first_height(slabs: &[Slab]) -> Pt {
    let end = slabs.iter().position(|slab| !slab.keep).map_or(slabs.len(), |last| last + 1);
    stack_height(&slabs[..end])
}

/// How many slabs a filling has placed.
#[must_use]
pub fn placed(filling: &Filling) -> usize {
    filling.last().map_or(0, |range| range.end)
}

/// Balances `count` columns: the least height, at most `limit`, that holds as many slabs as `limit` does. Gives the filling
/// and the height of its highest column.
#[must_use]
pub fn balance(slabs: &[Slab], count: usize, limit: Pt) -> (Filling, Pt) {
    let best = fill(slabs, &vec![limit; count]);
    let target = placed(&best);
    let slabs = &slabs[..target];
    let (mut low, mut high) = (stack_height(slabs) / count as f32, limit);
    while high - low > Pt(0.5) {
        let middle = (low + high) / 2.0;
        if placed(&fill(slabs, &vec![middle; count])) == target { high = middle } else { low = middle }
    }
    let filling = fill(slabs, &vec![high; count]);
    let height = filling.iter().map(|range| stack_height(&slabs[range.clone()])).fold(Pt::ZERO, Pt::max);
    (filling, height)
}

/// Widens the gaps of a column so that it ends at `height`. Where a gap would grow by more than `most`, the column stays as
/// it is: even spacing matters more than level ends.
pub fn stretch(slabs: &mut [Slab], height: Pt, most: Pt) {
    let missing = height - stack_height(slabs);
    let gaps = slabs.iter().skip(1).filter(|slab| slab.gap > Pt(6.0)).count();
    if gaps == 0 || missing <= Pt(0.5) || missing / gaps as f32 > most {
        return;
    }
    let each = missing / gaps as f32;
    for slab in slabs.iter_mut().skip(1).filter(|slab| slab.gap > Pt(6.0)) {
        slab.gap += each;
    }
}

/// Divides slabs into pages of `height`; a slab higher than that has a page alone.
pub fn pages(mut slabs: Vec<Slab>, height: Pt) -> Vec<Vec<Slab>> {
    let mut pages = Vec::new();
    while !slabs.is_empty() {
        let count = placed(&fill(&slabs, &[height])).max(1);
        let rest = slabs.split_off(count);
        pages.push(std::mem::replace(&mut slabs, rest));
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slabs(heights: &[f32], keep: &[usize]) -> Vec<Slab> {
        let slab = |(index, &height): (usize, &f32)| Slab {
            gap: Pt(8.0),
            height: Pt(height),
            keep: keep.contains(&index),
            ..Slab::default()
        };
        heights.iter().enumerate().map(slab).collect()
    }

    #[test]
    fn a_heading_never_ends_a_column() {
        let slabs = slabs(&[10.0, 10.0, 10.0, 10.0], &[1]);
        assert_eq!(fill(&slabs, &[Pt(30.0), Pt(100.0)]), vec![0..1, 1..4]);
    }

    #[test]
    fn the_first_gap_of_a_column_is_dropped() {
        let slabs = slabs(&[10.0, 10.0], &[]);
        assert_eq!(fill(&slabs, &[Pt(28.0)]), vec![0..2]);
        assert_eq!(fill(&slabs, &[Pt(27.0), Pt(10.0)]), vec![0..1, 1..2]);
    }

    #[test]
    fn balanced_columns_end_level() {
        let slabs = slabs(&[10.0; 6], &[]);
        let (filling, height) = balance(&slabs, 2, Pt(500.0));
        assert_eq!(filling, vec![0..3, 3..6]);
        assert_eq!(height, Pt(46.0));
    }

    #[test]
    fn what_does_not_fit_remains() {
        let slabs = slabs(&[10.0, 50.0, 10.0], &[]);
        assert_eq!(placed(&fill(&slabs, &[Pt(20.0), Pt(20.0)])), 1);
    }
}
