//! Icons, drawn on a grid of 24 by 24 units with a line of 2 units.
//!
//! Ends and corners are round. Fills are even-odd, so that a shape inside another is a hole.
//! The marks of urgency are filled only: white on the coloured bar, with their details cut out.
//! The marks of evidence are outlines thinner than the line, which closes them up to about 3 units: bold at 9 pt.

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// A question mark in a circle: why it hurts.
    Causes,
    /// A tick in a box: what to do each day.
    Prevention,
    /// A heart with a plus: what helps.
    Treatments,
    /// A circle with a slanted bar: positions to limit.
    Positions,
    /// A crescent moon and a z: rest at night.
    Sleep,
    /// A cushion: pillows, belts and other props.
    Support,
    /// A briefcase: work and lifting.
    Work,
    /// A head with a heart in it: mind and mood.
    Mood,
    /// A speech bubble with a question mark.
    Questions,
    /// An i in a circle: good to know.
    Info,
    /// A figure that stretches: arms wide, one knee bent.
    Exercises,
    /// An octagon with an exclamation mark: call the emergency number. Filled only.
    Emergency,
    /// A disc with a handset: call the same day. Filled only.
    Telephone,
    /// A calendar sheet: book a visit. Filled only.
    Calendar,
    /// Evidence mark: recommended. A tick.
    Tick,
    /// Evidence mark: may help. A disc with its right half filled.
    Half,
    /// Evidence mark: not enough evidence. A question mark.
    Unknown,
    /// Evidence mark: not without a specialist. A triangle with an exclamation mark.
    Caution,
    /// Evidence mark: do not use. A slanted cross.
    Cross,
    /// A sheet with lines: a leaflet or its sources.
    Document,
    /// A pencil: space to write, or notes.
    Pencil,
}

/// The paths of an icon as SVG path data: what is stroked and what is filled.
pub struct IconPaths {
    /// Centre lines for a round line of 2 units; empty when nothing is stroked.
    pub stroke: &'static str,
    /// Outlines to fill by the even-odd rule; empty when nothing is filled.
    pub fill: &'static str,
}

impl Icon {
    /// Every icon, in the order of the variants.
    pub const ALL: [Self; 21] = [
        Self::Causes,
        Self::Prevention,
        Self::Treatments,
        Self::Positions,
        Self::Sleep,
        Self::Support,
        Self::Work,
        Self::Mood,
        Self::Questions,
        Self::Info,
        Self::Exercises,
        Self::Emergency,
        Self::Telephone,
        Self::Calendar,
        Self::Tick,
        Self::Half,
        Self::Unknown,
        Self::Caution,
        Self::Cross,
        Self::Document,
        Self::Pencil,
    ];

    /// The icon's paths, within 0 to 24 both ways once stroked.
    #[must_use]
    pub const fn paths(self) -> IconPaths {
        match self {
            Self::Causes => IconPaths {
                stroke: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM9.3 9.7a2.7 2.7 0 1 1 4 2.4c-.9 .5 -1.3 1 -1.3 1.9",
                fill: "M10.8 17a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0 -2.4 0z",
            },
            Self::Prevention => IconPaths {
                stroke: "M7 3h10a4 4 0 0 1 4 4v10a4 4 0 0 1 -4 4h-10a4 4 0 0 1 -4 -4v-10a4 4 0 0 1 4 -4zM7.8 12.3l2.9 2.9l5.5 -6",
                fill: "",
            },
            Self::Treatments => IconPaths {
                stroke: "M12 20.5C8.6 18 3 13.8 3 8.9C3 6 5.2 3.8 7.8 3.8C9.6 3.8 11.1 4.8 12 6.3C12.9 4.8 14.4 3.8 16.2 3.8C18.8 3.8 21 6 21 8.9C21 13.8 15.4 18 12 20.5zM12 9.3v5.2M9.4 11.9h5.2",
                fill: "",
            },
            Self::Positions => {
                IconPaths { stroke: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM5.7 5.7l12.6 12.6", fill: "" }
            }
            Self::Sleep => IconPaths {
                stroke: "M10.2 4.5A8.3 8.3 0 1 0 19.5 13.8A7 7 0 0 1 10.2 4.5zM15.4 4h4.6l-4.6 5h4.6",
                fill: "",
            },
            Self::Support => IconPaths {
                stroke: "M3 5.6C6.4 7.6 8 5.4 12 5.4S17.6 7.6 21 5.6C18.8 8.4 20.2 9.6 20.2 12S18.8 15.6 21 18.4C17.6 16.4 16 18.6 12 18.6S6.4 16.4 3 18.4C5.2 15.6 3.8 14.4 3.8 12S5.2 8.4 3 5.6z",
                fill: "M10.7 12a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0z",
            },
            Self::Work => IconPaths {
                stroke: "M5.5 7.5h13a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1 -2.5 2.5h-13a2.5 2.5 0 0 1 -2.5 -2.5v-8a2.5 2.5 0 0 1 2.5 -2.5zM8.5 7.5v-1.5a2.5 2.5 0 0 1 2.5 -2.5h2a2.5 2.5 0 0 1 2.5 2.5v1.5M3 13.3h18",
                fill: "M10.4 11.5h3.2v3.6h-3.2z",
            },
            Self::Mood => IconPaths {
                stroke: "M7.5 21v-3.4C5.2 16 3.8 13.6 3.8 10.8C3.8 6.4 7.2 3 11.5 3C15.8 3 19 6.2 19.2 10L20.8 13.4h-1.7v2.4a2 2 0 0 1 -2 2h-2.6v3.2",
                fill: "M11.4 14.6C9.6 13.2 7.8 11.8 7.8 9.7C7.8 8.5 8.7 7.6 9.7 7.6C10.4 7.6 11.1 8 11.4 8.6C11.7 8 12.4 7.6 13.1 7.6C14.1 7.6 15 8.5 15 9.7C15 11.8 13.2 13.2 11.4 14.6z",
            },
            Self::Questions => IconPaths {
                stroke: "M7 3h10a4 4 0 0 1 4 4v6.5a4 4 0 0 1 -4 4h-5l-4.5 3.5v-3.5h-.5a4 4 0 0 1 -4 -4v-6.5a4 4 0 0 1 4 -4zM9.9 8.2a2.1 2.1 0 1 1 3.1 1.9c-.7 .4 -1 .7 -1 1.4",
                fill: "M10.9 14.2a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0 -2.2 0z",
            },
            Self::Info => IconPaths {
                stroke: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM12 11.4v5.2",
                fill: "M10.75 7.7a1.25 1.25 0 1 0 2.5 0a1.25 1.25 0 1 0 -2.5 0z",
            },
            Self::Exercises => IconPaths {
                stroke: "M3.6 10h16.8M13 10L11.6 14.8L4.2 20.8M11.6 14.8L17.2 15.4V20.8",
                fill: "M11.1 5a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0z",
            },
            Self::Emergency => IconPaths {
                stroke: "",
                fill: "M7.9 2h8.2l5.9 5.9v8.2l-5.9 5.9h-8.2l-5.9 -5.9v-8.2zM10.3 7.4l.4 5.6a1.3 1.3 0 0 0 2.6 0l.4 -5.6a1.7 1.7 0 0 0 -3.4 0zM10.4 17.4a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z",
            },
            Self::Telephone => IconPaths {
                stroke: "",
                fill: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM8.5 6.2C6.2 8.5 7.2 12 9.6 14.4C12 16.8 15.5 17.8 17.8 15.5C18.4 15 18.4 14.3 17.8 13.7L16.8 12.7C16.2 12.1 15.5 12.1 15 12.7L14.3 13.3C13.9 13.8 12.8 13.2 11.8 12.2C10.8 11.2 10.2 10.1 10.7 9.7L11.3 9C11.9 8.5 11.9 7.8 11.3 7.2L10.3 6.2C9.7 5.6 9 5.6 8.5 6.2Z",
            },
            Self::Calendar => IconPaths {
                stroke: "",
                fill: "M5 4h.5v1.5a2.5 2.5 0 0 0 5 0v-1.5h3v1.5a2.5 2.5 0 0 0 5 0v-1.5h.5a3 3 0 0 1 3 3v12a3 3 0 0 1 -3 3h-14a3 3 0 0 1 -3 -3v-12a3 3 0 0 1 3 -3zM6.8 3.2a1.2 1.2 0 0 1 2.4 0v2.3a1.2 1.2 0 0 1 -2.4 0zM14.8 3.2a1.2 1.2 0 0 1 2.4 0v2.3a1.2 1.2 0 0 1 -2.4 0zM5.6 11h2.8v2.8h-2.8zM10.6 11h2.8v2.8h-2.8zM15.6 11h2.8v2.8h-2.8zM5.6 15.8h2.8v2.8h-2.8zM10.6 15.8h2.8v2.8h-2.8zM15.6 15.8h2.8v2.8h-2.8z",
            },
            Self::Tick => IconPaths { stroke: "M4.5 12.4l5 5l10.2 -10.4l-.8 -.8l-9.4 9.6l-4.2 -4.2z", fill: "" },
            Self::Half => IconPaths {
                stroke: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM3.6 12a8.4 8.4 0 1 0 16.8 0a8.4 8.4 0 1 0 -16.8 0z",
                fill: "M12 4a8 8 0 0 1 0 16z",
            },
            Self::Unknown => IconPaths {
                stroke: "M6.2 8.3a5.8 5.8 0 1 1 8.4 5.2c-1.3 .7 -2 1.2 -2 2.2h-1.2c0 -1.6 1 -2.4 2.7 -3.3a4.6 4.6 0 1 0 -6.7 -4.1zM11.4 19.8h1.2v1.2h-1.2z",
                fill: "",
            },
            Self::Caution => IconPaths {
                stroke: "M12 3.4L21.4 20.4H2.6zM12 5.4L4.3 19.4H19.7z",
                fill: "M10.6 10.2l.5 4.6a.9 .9 0 0 0 1.8 0l.5 -4.6a1.4 1.4 0 0 0 -2.8 0zM10.7 17.2a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0z",
            },
            Self::Cross => IconPaths {
                stroke: "M5.8 5L12 11.2L18.2 5l.8 .8L12.8 12l6.2 6.2l-.8 .8L12 12.8L5.8 19l-.8 -.8L11.2 12L5 5.8z",
                fill: "",
            },
            Self::Document => IconPaths {
                stroke: "M7 3h7l5 5v11a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM14 3v5h5M9 12.8h6M9 16.8h6",
                fill: "",
            },
            Self::Pencil => IconPaths {
                stroke: "M3.8 20.2l1 -4.8L16 4.2a2.3 2.3 0 0 1 3.3 0l.5 .5a2.3 2.3 0 0 1 0 3.3L8.6 19.2zM13.6 6.6l3.8 3.8",
                fill: "",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{BezPath, Rect, Shape};

    use super::*;

    #[test]
    fn icons_stay_on_their_grid() {
        let grid = Rect::new(0.0, 0.0, 24.0, 24.0);
        for icon in Icon::ALL {
            let IconPaths { stroke, fill } = icon.paths();
            assert!(!stroke.is_empty() || !fill.is_empty(), "{icon:?} is empty");
            for (data, half_line) in [(stroke, 1.0), (fill, 0.0)] {
                let path = BezPath::from_svg(data).unwrap_or_else(|error| panic!("{icon:?}: {error}"));
                if path.elements().is_empty() {
                    continue;
                }
                let inked = path.bounding_box().inflate(half_line, half_line);
                assert_eq!(inked.union(grid), grid, "{icon:?} leaves its grid: {inked:?}");
            }
        }
    }

    #[test]
    fn marks_of_urgency_are_filled_only() {
        for icon in [Icon::Emergency, Icon::Telephone, Icon::Calendar] {
            assert!(icon.paths().stroke.is_empty(), "{icon:?}");
        }
    }
}
