//! The measures of folded leaflets and booklets, from the table of formats that leaflets are held to. The flap of a
//! roll fold is shorter by 3 mm or 1/16 in, so that it lies flat inside.

use crate::geom::{Inch, Mm, Pt, Size};

/// A4 on its side, 297 x 210 mm.
pub const A4_LANDSCAPE: Size = Size { width: Mm(297.0).pt(), height: Mm(210.0).pt() };
/// US Letter on its side, 11 x 8.5 in.
pub const LETTER_LANDSCAPE: Size = Size { width: Inch(11.0).pt(), height: Inch(8.5).pt() };
/// A card for the wallet, 85.6 x 54 mm (ISO/IEC 7810, ID-1).
pub const WALLET_CARD: Size = Size { width: Mm(85.6).pt(), height: Mm(54.0).pt() };
/// Bleed where measures are metric, 3 mm.
pub const BLEED: Pt = Mm(3.0).pt();
/// Bleed where measures are in inches, 1/8 in.
pub const BLEED_INCH: Pt = Inch(0.125).pt();
/// Nothing that is read lies nearer to the trim, 5 mm.
pub const SAFE_ZONE: Pt = Mm(5.0).pt();
/// The same where measures are in inches, 1/4 in.
pub const SAFE_ZONE_INCH: Pt = Inch(0.25).pt();

/// A page of a booklet: half of a sheet that lies on its side (A4: 148.5 x 210 mm; Letter: 5.5 x 8.5 in).
#[must_use]
pub fn half(sheet: Size) -> Size {
    Size { width: sheet.width / 2.0, height: sheet.height }
}

/// How a sheet is folded into three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldStyle {
    /// The flap is folded in, the front over it.
    Roll,
    /// Once one way, once the other.
    Zigzag,
}

/// A side of a folded sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetSide {
    /// The side with the front on it; the first page.
    Outside,
    /// The other side; the second page.
    Inside,
}

/// A sheet folded twice, into six panels. Widths go from left to right for a leaflet read from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fold {
    /// The flat sheet.
    pub sheet: Size,
    /// How it is folded.
    pub style: FoldStyle,
    /// Widths of the panels outside; the front is the last.
    pub outside: [Pt; 3],
    /// Widths of the panels inside, the outside's turned round.
    pub inside: [Pt; 3],
}

/// A panel, with where it lies on its side of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoldPanel {
    /// Its side.
    pub side: SheetSide,
    /// Distance of its left edge from the sheet's left edge.
    pub x: Pt,
    /// Its width; its height is the sheet's.
    pub width: Pt,
}

/// Where a sheet is folded: distances from the trimmed left edge, for each side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds {
    /// On the first, third … page.
    pub outside: Vec<Pt>,
    /// On the second, fourth … page.
    pub inside: Vec<Pt>,
}

/// A4, roll fold: outside flap 97, back 100, front 100 mm.
pub const A4_TRIFOLD: Fold = roll(A4_LANDSCAPE, Mm(97.0).pt(), Mm(100.0).pt());
/// Letter, roll fold: outside flap 3.625, back 3.6875, front 3.6875 in.
pub const LETTER_TRIFOLD: Fold = roll(LETTER_LANDSCAPE, Inch(3.625).pt(), Inch(3.6875).pt());
/// A4, zigzag: three panels of 99 mm.
pub const A4_ZFOLD: Fold = zigzag(A4_LANDSCAPE, Mm(99.0).pt());
/// Letter, zigzag: three panels of a third of 11 in (3.667 in).
pub const LETTER_ZFOLD: Fold = zigzag(LETTER_LANDSCAPE, Inch(11.0 / 3.0).pt());

const fn roll(sheet: Size, flap: Pt, other: Pt) -> Fold {
    Fold { sheet, style: FoldStyle::Roll, outside: [flap, other, other], inside: [other, other, flap] }
}

const fn zigzag(sheet: Size, panel: Pt) -> Fold {
    Fold { sheet, style: FoldStyle::Zigzag, outside: [panel; 3], inside: [panel; 3] }
}

impl Fold {
    /// The six panels in reading order; a leaflet read from right to left folds mirrored.
    ///
    /// Roll fold: front, the three inside, flap, back. A reader opens the front, sees the first panel inside beside
    /// the flap, opens that too, and reads the inside through; the flap, which lies before the inside only for a
    /// moment, comes after it. Zigzag: front, the three inside, then the sheet is turned over: the two other panels
    /// outside. There the last panel inside is what shows at the back of the folded sheet.
    #[must_use]
    pub fn panels(&self, right_to_left: bool) -> [FoldPanel; 6] {
        let order = [(SheetSide::Outside, 2), (SheetSide::Inside, 0), (SheetSide::Inside, 1), (SheetSide::Inside, 2)];
        // The flap is the first panel outside, and so is the zigzag's fifth panel.
        let rest = [(SheetSide::Outside, 0), (SheetSide::Outside, 1)];
        let place = |(side, index): (SheetSide, usize)| self.panel(side, index, right_to_left);
        let [a, b, c, d] = order.map(place);
        let [e, f] = rest.map(place);
        [a, b, c, d, e, f]
    }

    /// A panel by its place from the left, or from the right for a leaflet read from right to left.
    #[must_use]
    pub fn panel(&self, side: SheetSide, index: usize, right_to_left: bool) -> FoldPanel {
        let widths = self.widths(side);
        let (before, width) = (widths[..index].iter().copied().sum::<Pt>(), widths[index]);
        let x = if right_to_left { self.sheet.width - before - width } else { before };
        FoldPanel { side, x, width }
    }

    /// Where both sides are folded.
    #[must_use]
    pub fn folds(&self, right_to_left: bool) -> Folds {
        let folds = |side| {
            let [first, second, _] = *self.widths(side);
            let mut folds = vec![first, first + second];
            if right_to_left {
                folds = folds.into_iter().rev().map(|x| self.sheet.width - x).collect();
            }
            folds
        };
        Folds { outside: folds(SheetSide::Outside), inside: folds(SheetSide::Inside) }
    }

    const fn widths(&self, side: SheetSide) -> &[Pt; 3] {
        match side {
            SheetSide::Outside => &self.outside,
            SheetSide::Inside => &self.inside,
        }
    }
}

impl Folds {
    /// No folds.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// One fold down the middle of a booklet's sheets.
    #[must_use]
    pub fn middle(sheet: Size) -> Self {
        let middle = vec![sheet.width / 2.0];
        Self { outside: middle.clone(), inside: middle }
    }

    /// The folds of a page by its index.
    #[must_use]
    pub fn of_page(&self, index: usize) -> &[Pt] {
        if index.is_multiple_of(2) { &self.outside } else { &self.inside }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Fold; 4] = [A4_TRIFOLD, LETTER_TRIFOLD, A4_ZFOLD, LETTER_ZFOLD];

    fn mm(length: Pt) -> f32 {
        length.0 / 72.0 * 25.4
    }

    fn close(found: &[Pt], expected: [f32; 2]) {
        let found: Vec<f32> = found.iter().map(|&x| mm(x)).collect();
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.1), "{found:?}, not {expected:?}");
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn folds_lie_where_the_tables_say() {
        let inch = |x: f32| x * 25.4;
        let (a4, letter) = (A4_TRIFOLD.folds(false), LETTER_TRIFOLD.folds(false));
        close(&a4.outside, [97.0, 197.0]);
        close(&a4.inside, [100.0, 200.0]);
        close(&letter.outside, [inch(3.625), inch(7.3125)]);
        close(&letter.inside, [inch(3.6875), inch(7.375)]);
        close(&A4_ZFOLD.folds(false).outside, [99.0, 198.0]);
        close(&LETTER_ZFOLD.folds(false).inside, [inch(3.667), inch(7.333)]);
    }

    #[test]
    fn panels_fill_the_sheet_and_both_sides_fold_at_one_place() {
        for fold in ALL {
            for widths in [fold.outside, fold.inside] {
                assert!((mm(widths.into_iter().sum::<Pt>()) - mm(fold.sheet.width)).abs() < 0.1);
            }
            for right_to_left in [false, true] {
                let folds = fold.folds(right_to_left);
                for (outside, inside) in folds.outside.iter().zip(folds.inside.iter().rev()) {
                    assert!((mm(*outside + *inside) - mm(fold.sheet.width)).abs() < 0.1);
                }
            }
        }
    }

    #[test]
    fn the_flap_of_a_roll_fold_is_shorter_on_both_sides() {
        for (fold, less) in [(A4_TRIFOLD, 3.0), (LETTER_TRIFOLD, 25.4 / 16.0)] {
            let panels = fold.panels(false);
            let (flap, behind, back) = (panels[4], panels[3], panels[5]);
            assert!((mm(back.width - flap.width) - less).abs() < 0.1);
            assert!((mm(flap.width - behind.width)).abs() < 0.1);
            assert!(mm(flap.x).abs() < 0.1, "the flap is the sheet's left end outside");
            assert!((mm(behind.x + behind.width - fold.sheet.width)).abs() < 0.1, "and its right end inside");
        }
    }

    #[test]
    fn panels_come_in_reading_order() {
        let place = |panel: FoldPanel| (panel.side, mm(panel.x).round() as i32);
        use SheetSide::{Inside, Outside};
        let expected = [(Outside, 197), (Inside, 0), (Inside, 100), (Inside, 200), (Outside, 0), (Outside, 97)];
        assert_eq!(A4_TRIFOLD.panels(false).map(place), expected);
        let expected = [(Outside, 0), (Inside, 197), (Inside, 97), (Inside, 0), (Outside, 200), (Outside, 100)];
        assert_eq!(A4_TRIFOLD.panels(true).map(place), expected);
        let expected = [(Outside, 198), (Inside, 0), (Inside, 99), (Inside, 198), (Outside, 0), (Outside, 99)];
        assert_eq!(A4_ZFOLD.panels(false).map(place), expected);
    }

    #[test]
    fn right_to_left_folds_mirrored() {
        close(&A4_TRIFOLD.folds(true).outside, [100.0, 200.0]);
        close(&A4_TRIFOLD.folds(true).inside, [97.0, 197.0]);
    }

    #[test]
    fn half_sheets_are_booklet_pages() {
        let (a5, half_letter) = (half(A4_LANDSCAPE), half(LETTER_LANDSCAPE));
        assert!((mm(a5.width) - 148.5).abs() < 0.1 && (mm(a5.height) - 210.0).abs() < 0.1);
        assert_eq!((half_letter.width, half_letter.height), (Pt(396.0), Pt(612.0)));
    }

    #[test]
    fn sheets_alternate_between_outside_and_inside() {
        let folds = A4_TRIFOLD.folds(false);
        assert_eq!((folds.of_page(0), folds.of_page(3)), (&*folds.outside, &*folds.inside));
        assert!(Folds::none().of_page(1).is_empty());
        assert_eq!(Folds::middle(LETTER_LANDSCAPE).of_page(1), [Pt(396.0)]);
    }
}
