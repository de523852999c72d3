//! Places and drives for the solver: limits that depend on what a drive connects become places of their own.

use super::super::book::Book;
use crate::model::Slice;
use std::collections::HashMap;

/// A drive that nobody can make; sums of it still fit in 31 bits.
const FAR: u32 = 200_000_000;

/// The places of the solver.
///
/// The limit from stop to stop and the limit home are not the same, and the first drive has none of the two. So a
/// location where shifts begin has a second place, from which every drive may be made, and a location where they end
/// a third, to which only short drives lead.
pub(super) struct Places {
    count: usize,
    starts: HashMap<usize, usize>,
    ends: HashMap<usize, usize>,
}

impl Places {
    pub(super) fn new(book: &Book) -> Places {
        let mut places =
            Places { count: book.problem.locations.len(), starts: HashMap::new(), ends: HashMap::new() };
        for technician in &book.problem.technicians {
            if let Some(start) = &technician.start {
                places.starts.entry(book.places[start]).or_insert_with(|| next(&mut places.count));
            }
            if let Some(end) = &technician.end {
                places.ends.entry(book.places[end]).or_insert_with(|| next(&mut places.count));
            }
        }
        places
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Where a shift begins.
    pub(super) fn start(&self, location: usize) -> u32 {
        self.starts[&location] as u32
    }

    /// Where a shift ends.
    pub(super) fn end(&self, location: usize) -> u32 {
        self.ends[&location] as u32
    }

    /// All matrices of the problem, among all places.
    pub(super) fn matrices(&self, book: &Book) -> Vec<Vec<u32>> {
        let settings = &book.problem.settings;
        let within = |drive: u32, limit: Option<i64>| match limit {
            Some(limit) if i64::from(drive) > limit => FAR,
            _ => drive.min(FAR),
        };
        let matrix = |matrix: &super::super::Matrix| {
            let mut cells = vec![FAR; self.count * self.count];
            let drive = |from: usize, to: usize| matrix.seconds.row(from)[to].seconds().unwrap_or(FAR);
            let stops = matrix.seconds.rows;
            let (between, home) = (settings.max_drive_between_seconds, settings.max_drive_home_seconds);
            let mut fill = |row: usize, from: usize, between: Option<i64>| {
                for to in 0..stops {
                    cells[row * self.count + to] = within(drive(from, to), between);
                }
                for (to, place) in &self.ends {
                    cells[row * self.count + place] = within(drive(from, *to), home);
                }
            };
            (0..stops).for_each(|from| fill(from, from, between));
            self.starts.iter().for_each(|(from, place)| fill(*place, *from, None));
            cells
        };
        book.problem.travel.matrices.iter().map(matrix).collect()
    }
}

fn next(count: &mut usize) -> usize {
    *count += 1;
    *count - 1
}

/// Which matrix holds when, from a first second to a last one.
pub(super) fn slices(book: &Book, (first, last): (i64, i64)) -> Vec<Slice> {
    let profile = &book.problem.travel.profile;
    let (Some(overnight), true) = (profile.last(), first <= last) else { return Vec::new() };
    // On the first morning, what was left of the evening before.
    let mut slices = vec![(i64::from(i32::MIN / 4), book.matrices[&overnight.matrix])];
    let days = std::iter::successors(Some(book.date(first)), |date| date.tomorrow().ok());
    for date in days.take_while(|date| *date <= book.date(last)) {
        for hour in profile {
            slices.push((book.at(date, hour.from), book.matrices[&hour.matrix]));
        }
    }
    // Where clocks are put forward, two hours of the profile can be the same instant: the later one holds.
    slices.reverse();
    slices.dedup_by_key(|(from, _)| *from);
    slices.reverse();
    let slices = slices.into_iter().map(|(from, matrix)| Slice { from: from as i32, matrix });
    slices.collect()
}
