//! Which pages lie on which sheet of a booklet that is folded once and stitched through the fold (saddle stitch).

/// One side of a sheet: the numbers of its two pages, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetSide {
    /// The page on the left half.
    pub left: usize,
    /// The page on the right half.
    pub right: usize,
}

impl SheetSide {
    /// The side with its halves exchanged.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { left: self.right, right: self.left }
    }
}

/// The next number of pages that fills whole sheets: a multiple of four.
#[must_use]
pub const fn whole_sheets(pages: usize) -> usize {
    pages.next_multiple_of(4)
}

/// The sheets' sides in printing order: front and back of the outermost sheet first.
///
/// For N pages and sheet i from 0 the front is (N-2i, 2i+1) and the back (2i+2, N-2i-1), left and right; mirrored when
/// the booklet is read from right to left. Sheets are turned on their short edge between front and back. A number of
/// pages that does not fill whole sheets is rounded up.
#[must_use]
pub fn saddle_stitch(pages: usize, right_to_left: bool) -> Vec<SheetSide> {
    let count = whole_sheets(pages);
    let sides = (0..count / 4).flat_map(|sheet| {
        let (outer, inner) = (count - 2 * sheet, 2 * sheet + 1);
        [SheetSide { left: outer, right: inner }, SheetSide { left: inner + 1, right: outer - 1 }]
    });
    sides.map(|side| if right_to_left { side.mirrored() } else { side }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One half of a sheet of paper: what is printed on the side that was the sheet's front, and on the other.
    struct Half {
        front: usize,
        back: usize,
    }

    /// Folds a stack of printed sheets and leafs through it. A sheet turned on its short edge has the left half of its
    /// back behind the right half of its front. The front of the first sheet is outermost.
    fn leaf_through(sides: &[SheetSide], right_to_left: bool) -> Vec<usize> {
        let halves = |right: bool| {
            let sheets = sides.chunks(2).map(move |sheet| match right {
                true => Half { front: sheet[0].right, back: sheet[1].left },
                false => Half { front: sheet[0].left, back: sheet[1].right },
            });
            sheets.collect::<Vec<_>>()
        };
        // A book that runs from left to right has its spine at the left: its cover is the right half of the front.
        let (first, last) = (halves(!right_to_left), halves(right_to_left));
        let into_the_middle = first.iter().flat_map(|half| [half.front, half.back]);
        let out_of_it = last.iter().rev().flat_map(|half| [half.back, half.front]);
        into_the_middle.chain(out_of_it).collect()
    }

    #[test]
    fn folded_sheets_read_from_first_to_last() {
        for count in (4..=32).step_by(4) {
            for right_to_left in [false, true] {
                let sides = saddle_stitch(count, right_to_left);
                assert_eq!(sides.len(), count / 2);
                let read = leaf_through(&sides, right_to_left);
                assert_eq!(read, (1..=count).collect::<Vec<_>>(), "{count} pages, {right_to_left}");
            }
        }
    }

    #[test]
    fn facing_pages_follow_each_other() {
        for count in (4..=32).step_by(4) {
            let mut backs = saddle_stitch(count, false).into_iter().skip(1).step_by(2);
            assert!(backs.clone().all(|side| side.left % 2 == 0 && side.right % 2 == 1));
            assert_eq!(backs.next_back().map(|side| side.right - side.left), Some(1), "the middle of {count} pages");
        }
    }

    #[test]
    fn eight_pages_lie_as_printers_lay_them() {
        let sides = |right_to_left| -> Vec<(usize, usize)> {
            saddle_stitch(8, right_to_left).into_iter().map(|side| (side.left, side.right)).collect()
        };
        assert_eq!(sides(false), [(8, 1), (2, 7), (6, 3), (4, 5)]);
        assert_eq!(sides(true), [(1, 8), (7, 2), (3, 6), (5, 4)]);
    }

    #[test]
    fn odd_numbers_fill_whole_sheets() {
        assert_eq!([0, 1, 4, 5, 9].map(whole_sheets), [0, 4, 4, 8, 12]);
        assert_eq!(saddle_stitch(5, false), saddle_stitch(8, false));
    }
}
