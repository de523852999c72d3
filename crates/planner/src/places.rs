//! The distinct places of a problem, and the drives between them, asked once each.

use domain::{DriveTimes, Point};
use std::cell::RefCell;
use std::collections::HashMap;

/// A place of the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place(u32);

/// Places and a matrix in whole seconds that fills itself as it is asked.
pub(crate) struct Places<'a> {
    drives: &'a dyn DriveTimes,
    known: RefCell<Known>,
}

#[derive(Default)]
struct Known {
    points: Vec<Point>,
    index: HashMap<(u64, u64), u32>,
    rows: Vec<Vec<u32>>,
}

const NOT_ASKED: u32 = u32::MAX;
const NO_ROAD: u32 = u32::MAX - 1;

impl<'a> Places<'a> {
    pub(crate) fn new(drives: &'a dyn DriveTimes) -> Places<'a> {
        Places { drives, known: RefCell::default() }
    }

    /// The place at a point; the same point is the same place.
    pub(crate) fn at(&self, point: Point) -> Place {
        let mut known = self.known.borrow_mut();
        let next = known.points.len() as u32;
        let place = *known.index.entry((point.lat.to_bits(), point.lon.to_bits())).or_insert(next);
        if place == next {
            known.points.push(point);
            known.rows.push(Vec::new());
        }
        Place(place)
    }

    /// Whole seconds from one place to another, rounded up; none when no road leads there.
    pub(crate) fn drive(&self, from: Place, to: Place) -> Option<i64> {
        let mut known = self.known.borrow_mut();
        let size = known.points.len();
        let row = &mut known.rows[from.0 as usize];
        if row.len() < size {
            row.resize(size, NOT_ASKED);
        }
        let mut seconds = row[to.0 as usize];
        if seconds == NOT_ASKED {
            let (from_point, to_point) = (known.points[from.0 as usize], known.points[to.0 as usize]);
            seconds = match self.drives.drive(from_point, to_point) {
                Some(drive) => {
                    let whole = drive.as_secs() + i64::from(drive.subsec_nanos() > 0);
                    u32::try_from(whole).map_or(NO_ROAD, |whole| whole.min(NO_ROAD))
                }
                None => NO_ROAD,
            };
            known.rows[from.0 as usize][to.0 as usize] = seconds;
        }
        (seconds != NO_ROAD).then_some(i64::from(seconds))
    }
}
