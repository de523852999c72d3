//! What was reserved is asked for again when it is booked: the board may have changed since.

use super::{book, windows};
use crate::App;
use crate::board::Forecasts;
use crate::error::{Error, Kind};
use crate::view::RefusalView;
use domain::{Board, Company, DriveTimes, Placement, Readings, Refusal, Reservation, Span};
use planner::{Slot, Wanted};
use std::sync::Arc;
use store::Changeset;

impl App {
    /// The place that keeps a reservation's promise as the board stands now: the reserved one, or another one inside
    /// the same window. The changeset holds only as long as that stays true.
    ///
    /// # Errors
    /// `no_longer_fits`, with the reasons and the windows that fit instead.
    pub(crate) async fn still_kept(
        &self,
        changes: Changeset,
        company: &Company,
        held: &Reservation,
        wanted: Wanted,
        readings: &Readings,
    ) -> Result<(Changeset, Placement), Error> {
        let board = self.booking_board(company).await?;
        let hindered = self.hindered(&board, held).await?;
        if hindered.is_empty() {
            let date = company.date(held.placement.start);
            let day = Span::day(date, &company.zone_of_time()).unwrap_or(board.span);
            let beside = crate::board::beside([held.placement.technician].into_iter(), day, board.position);
            return Ok((changes.only_if(beside), held.placement));
        }
        let freed = book::without(&board, Some(held.id));
        match self.slot_in(&freed, wanted, held.window).await {
            Ok(slot) => Ok((book::add_ground(changes, &freed, &slot), slot.placement)),
            Err(error) if error.kind == Kind::Refused => {
                let slots = self.slots(&freed, wanted).await?;
                Err(no_longer_fits(&freed, held, &hindered, slots, wanted, readings))
            }
            Err(other) => Err(other),
        }
    }

    async fn hindered(&self, board: &Arc<Board>, held: &Reservation) -> Result<Vec<Refusal>, Error> {
        let reserved = held.clone();
        let ask =
            move |board: &Board, drives: &dyn DriveTimes, _: &Forecasts<'_>| board.hinders(&reserved, drives);
        self.ask(Arc::clone(board), Some(held.point), ask).await
    }
}

fn no_longer_fits(
    board: &Board,
    held: &Reservation,
    hindered: &[Refusal],
    slots: Vec<Slot>,
    wanted: Wanted,
    readings: &Readings,
) -> Error {
    let label = held.window.label(&board.company.zone_of_time());
    let why: Vec<String> = hindered.iter().map(ToString::to_string).collect();
    let detail = format!(
        "{label} no longer fits, and no other plan keeps it ({}); choose another window",
        why.join("; ")
    );
    let mut error = Error::new(Kind::Refused, "no_longer_fits", detail);
    error.refusals = hindered.iter().map(RefusalView::from).collect();
    let most = windows::SHOWN;
    error.windows = windows::offered(&board.company, slots, readings, wanted.urgency, board.now, most);
    error
}
