//! Drive times shared by every use case: computed once for each pair of places, then looked up.

use domain::{Board, DriveTimes, Point, SignedDuration};
use std::sync::{Arc, RwLock, RwLockReadGuard};
use travel::{Drives, Ground, Network, StraightLine};

/// The crow's way, stretched by how much longer streets are in town and driven at town speed, where there is no map.
/// Ours: 1.3 is the detour most road networks show; 40 km/h is a working day's mean with stops.
const WITHOUT_A_MAP: StraightLine = StraightLine { detour: 1.3, speed_kmh: 40.0 };

/// Drive times that all threads share.
#[derive(Debug)]
pub(crate) struct SharedDrives {
    known: RwLock<Drives>,
    is_estimate: bool,
}

impl SharedDrives {
    /// On the roads of a map, or by the crow's way without one.
    pub(crate) fn on(network: Option<Arc<Network>>) -> SharedDrives {
        let ground = network.map_or(Ground::StraightLine(WITHOUT_A_MAP), Ground::Roads);
        let is_estimate = ground.source().is_estimate();
        SharedDrives { known: RwLock::new(Drives::new(ground)), is_estimate }
    }

    /// Whether times are estimated without roads.
    pub(crate) fn is_estimate(&self) -> bool {
        self.is_estimate
    }

    /// Drive times among the places of `points`, all known before they are asked for.
    pub(crate) fn among(&self, points: &[Point]) -> Among<'_> {
        if !self.read().knows(points) {
            self.known.write().expect("nobody panics while holding it").add(points);
        }
        Among { known: self.read() }
    }

    /// Drive times among the places of a board, and `more`.
    pub(crate) fn of_board(&self, board: &Board, more: Option<Point>) -> Among<'_> {
        let visits = board.visits.iter().filter_map(|visit| visit.location.point);
        let ends = board.technicians.iter().flat_map(|one| [one.start_point(), one.end_point()]);
        let events = board.events.iter().filter_map(|event| event.place);
        let held = board.reservations.iter().map(|held| held.point);
        let points: Vec<Point> = ends.chain(visits).chain(events).chain(held).chain(more).collect();
        self.among(&points)
    }

    fn read(&self) -> RwLockReadGuard<'_, Drives> {
        self.known.read().expect("nobody panics while holding it")
    }
}

/// Drive times while they are being used.
pub(crate) struct Among<'a> {
    known: RwLockReadGuard<'a, Drives>,
}

impl DriveTimes for Among<'_> {
    fn drive(&self, from: Point, to: Point) -> Option<SignedDuration> {
        self.known.drive(from, to)
    }
}
