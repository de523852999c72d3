//! One technician's day while it is being planned: stops in order, each with the start that suits it.

use super::file::Minute;
use travel::Matrix;

/// Starts stand on a grid of five minutes, as a dispatcher would write them.
const GRID: i64 = 5;
/// Kept free on every drive, so that a plan does not break when a drive time changes by a moment.
const SPARE_MINUTES: i64 = 3;

/// Drive times between places by their position in one list, and the limits of a drive.
pub(super) struct Ground<'a> {
    pub(super) matrix: &'a Matrix,
    pub(super) max_drive_home: i64,
}

impl Ground<'_> {
    /// Minutes of the drive, rounded up; none when no road leads there.
    pub(super) fn minutes(&self, from: usize, to: usize) -> Option<i64> {
        self.matrix.seconds(from, to).map(|seconds| i64::from(seconds.div_ceil(60)))
    }
}

/// What a stop is, by its position in the list it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Visit(usize),
    Event(usize),
}

/// A stop.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    pub(super) what: What,
    /// Where, as a position in the matrix; none stays where the technician is.
    pub(super) place: Option<usize>,
    /// The start lies at or after the first and before the second.
    pub(super) window: (Minute, Minute),
    pub(super) minutes: Minute,
    pub(super) start: Minute,
}

impl Stop {
    pub(super) fn end(&self) -> i64 {
        i64::from(self.start) + i64::from(self.minutes)
    }
}

/// A technician's working day.
#[derive(Debug, Clone)]
pub(super) struct Route {
    pub(super) technician: usize,
    pub(super) shift: (Minute, Minute),
    /// Where the day starts and where it ends, as positions in the matrix.
    pub(super) ends: (usize, usize),
    pub(super) max_drive: i64,
    /// By start.
    pub(super) stops: Vec<Stop>,
}

/// A stop that fits into a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fit {
    /// Before which stop.
    pub(super) position: usize,
    /// Seconds of driving that it adds.
    pub(super) detour: i64,
}

impl Route {
    /// The cheapest place for a stop, if there is one; the other stops may start later inside their windows.
    pub(super) fn best_fit(&self, stop: &Stop, ground: &Ground<'_>) -> Option<Fit> {
        (0..=self.stops.len())
            .filter_map(|position| {
                let mut tried = self.stops.clone();
                tried.insert(position, stop.clone());
                self.earliest(&mut tried, ground)?;
                let detour = self.drive_seconds(&tried, ground)? - self.drive_seconds(&self.stops, ground)?;
                Some(Fit { position, detour })
            })
            .min_by_key(|fit| (fit.detour, fit.position))
    }

    /// Puts a stop where it fits and starts everything as early as may be.
    pub(super) fn insert(&mut self, position: usize, stop: Stop, ground: &Ground<'_>) {
        let mut stops = std::mem::take(&mut self.stops);
        stops.insert(position, stop);
        self.earliest(&mut stops, ground).expect("the stop fits there");
        self.stops = stops;
    }

    /// Moves a stop to where it starts as near to `wished` as the others allow.
    pub(super) fn recentre(&mut self, what: What, wished: Minute, ground: &Ground<'_>) {
        let Some(at) = self.stops.iter().position(|stop| stop.what == what) else { return };
        let mut others = self.stops.clone();
        let moved = others.remove(at);
        let nearest = (0..=others.len())
            .filter_map(|position| {
                let mut tried = others.clone();
                tried.insert(position, moved.clone());
                self.earliest(&mut tried, ground)?;
                Some((tried[position].start.abs_diff(wished), position, tried))
            })
            .min_by_key(|(distance, position, _)| (*distance, *position));
        if let Some((_, _, stops)) = nearest {
            self.stops = stops;
        }
    }

    /// When the technician has to leave a stop so that nothing behind it is late.
    pub(super) fn leave_by(&self, position: usize, ground: &Ground<'_>) -> Option<i64> {
        let here = self.place_at(position);
        Some(match self.stops.get(position + 1) {
            None => i64::from(self.shift.1) - ground.minutes(here, self.ends.1)?,
            Some(next) => {
                let drive = next.place.map_or(Some(0), |place| ground.minutes(here, place))?;
                i64::from(next.start) - drive
            }
        })
    }

    /// The latest start of a stop that makes nothing behind it late, on the grid and with minutes to spare.
    pub(super) fn latest_start(&self, position: usize, ground: &Ground<'_>) -> Option<i64> {
        let stop = &self.stops[position];
        let end = self.leave_by(position, ground)? - SPARE_MINUTES;
        let latest = (end - i64::from(stop.minutes)).min(i64::from(stop.window.1) - GRID);
        Some(latest.div_euclid(GRID) * GRID)
    }

    /// Where the technician is during a stop.
    pub(super) fn place_at(&self, position: usize) -> usize {
        self.stops[..=position].iter().rev().find_map(|stop| stop.place).unwrap_or(self.ends.0)
    }

    /// Gives every stop its earliest start; none when some stop or the way home comes too late.
    fn earliest(&self, stops: &mut [Stop], ground: &Ground<'_>) -> Option<()> {
        let (mut free, mut here, mut on_the_road) = (i64::from(self.shift.0), self.ends.0, false);
        for stop in stops {
            let mut ready = free;
            if let Some(place) = stop.place {
                let drive = ground.minutes(here, place)?;
                if on_the_road && drive > self.max_drive {
                    return None;
                }
                ready += drive + SPARE_MINUTES;
                (here, on_the_road) = (place, true);
            }
            let start = up_to_grid(ready.max(i64::from(stop.window.0)));
            if start >= i64::from(stop.window.1) {
                return None;
            }
            stop.start = Minute::try_from(start).ok()?;
            free = stop.end();
        }
        let home = ground.minutes(here, self.ends.1)?;
        let in_time = free + home + SPARE_MINUTES <= i64::from(self.shift.1);
        (in_time && home <= ground.max_drive_home).then_some(())
    }

    fn drive_seconds(&self, stops: &[Stop], ground: &Ground<'_>) -> Option<i64> {
        let mut here = self.ends.0;
        let mut sum = 0;
        for place in stops.iter().filter_map(|stop| stop.place).chain([self.ends.1]) {
            sum += i64::from(ground.matrix.seconds(here, place)?);
            here = place;
        }
        Some(sum)
    }
}

fn up_to_grid(minute: i64) -> i64 {
    (minute + GRID - 1).div_euclid(GRID) * GRID
}
