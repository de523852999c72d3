//! Loading a board and asking it questions.

use crate::App;
use crate::error::Error;
use domain::{
    Board, Cents, Company, CompanyId, DriveTimes, JobTypeId, Placement, Point, Span, TechnicianId, Visit,
    civil,
};
use forecast::Model;
use planner::Values;
use std::sync::Arc;

/// How many boards are kept in memory; each is a span of days of one company.
const BOARDS_KEPT: usize = 16;

/// How many visits of earlier days are carried over. Ours: more than anybody works through in a day.
const MOST_CARRIED: u32 = 200;

/// What visits are expected to bring, as the company's own history tells.
pub(crate) struct Forecasts<'a>(pub(crate) &'a Model);

impl Values for Forecasts<'_> {
    fn value(&self, job_type: JobTypeId, booked: Option<Cents>, technician: TechnicianId) -> Cents {
        match booked {
            // A job's own figure stands; the technician's effect scales it.
            Some(value) => self.0.scaled(value, technician),
            None => self.0.expected(job_type, technician),
        }
    }
}

impl App {
    /// The board of a span of days as it is now.
    pub(crate) async fn load_board(&self, company: CompanyId, span: Span) -> Result<Arc<Board>, Error> {
        let position = self.store.position(company).await?;
        let now = self.now();
        let known =
            self.boards.lock().expect("nobody panics while holding it").get(&(company, span)).cloned();
        if let Some(board) = known.filter(|board| board.position == position) {
            return Ok(Arc::new(Board { now, ..Board::clone(&board) }));
        }
        let board = self.store.board(company, span, now).await?;
        let board = Arc::new(board.ok_or_else(|| Error::not_found("company", company))?);
        let mut kept = self.boards.lock().expect("nobody panics while holding it");
        if kept.len() >= BOARDS_KEPT {
            kept.clear();
        }
        kept.insert((company, span), Arc::clone(&board));
        Ok(board)
    }

    /// The board of one company date; today without one.
    pub(crate) async fn day_board(
        &self,
        company: &Company,
        date: Option<civil::Date>,
    ) -> Result<(Arc<Board>, Span), Error> {
        let day = day(company, date.unwrap_or_else(|| company.date(self.now())))?;
        Ok((self.load_board(company.id, day).await?, day))
    }

    /// The visits of earlier days that nobody finished, cancelled, or planned again.
    pub(super) async fn left_open(&self, board: &Board, day: Span) -> Result<Vec<Visit>, Error> {
        let mut left = self.store.left_open(board.company.id, day.start(), MOST_CARRIED).await?;
        // The board may be a moment older than the list.
        left.retain(|visit| board.visit(visit.appointment.id).is_none());
        Ok(left)
    }

    /// The board of all days that are offered for booking.
    pub(crate) async fn booking_board(&self, company: &Company) -> Result<Arc<Board>, Error> {
        let first = company.date(self.now());
        let days = i64::from(company.settings.booking_days.max(1));
        let last = first.saturating_add(jiff::Span::new().days(days - 1));
        let span = Span::new(day(company, first)?.start(), day(company, last)?.end())
            .expect("days follow each other");
        self.load_board(company.id, span).await
    }

    /// Asks a question of a board on a thread that may compute for a while.
    pub(crate) async fn ask<T, Q>(
        &self,
        board: Arc<Board>,
        more: Option<Point>,
        question: Q,
    ) -> Result<T, Error>
    where
        T: Send + 'static,
        Q: FnOnce(&Board, &dyn DriveTimes, &Forecasts<'_>) -> T + Send + 'static,
    {
        let model = self.model(board.company.id).await?;
        let app = self.clone();
        let answer = tokio::task::spawn_blocking(move || {
            let drives = app.drives.of_board(&board, more);
            question(&board, &drives, &Forecasts(&model))
        });
        answer.await.map_err(|why| Error::internal(why, format!("q{}", self.new_id())))
    }

    /// What the company's history teaches; learned once, and again when the program starts.
    async fn model(&self, company: CompanyId) -> Result<Arc<Model>, Error> {
        if let Some(known) = self.models.read().expect("nobody panics while holding it").get(&company) {
            return Ok(Arc::clone(known));
        }
        self.learn(company).await
    }

    /// Learns from the company's finished visits.
    pub(crate) async fn learn(&self, company: CompanyId) -> Result<Arc<Model>, Error> {
        let setup = self.company_of(company).await?.value;
        let now = self.now();
        let past = Span::new(now - HISTORY, now).expect("history lies before now");
        let done: Vec<forecast::DoneJob> =
            self.store.done_visits(company, past).await?.iter().filter_map(done_job).collect();
        let model = Arc::new(Model::train(&done, &setup));
        self.models.write().expect("nobody panics while holding it").insert(company, Arc::clone(&model));
        Ok(model)
    }
}

/// How far back the history is asked. Ours: a year covers every season once.
const HISTORY: domain::SignedDuration = domain::SignedDuration::from_hours(366 * 24);

fn done_job(visit: &store::DoneVisit) -> Option<forecast::DoneJob> {
    let domain::AppointmentState::Done { placement, arrived, finished } = visit.appointment.state else {
        return None;
    };
    Some(forecast::DoneJob {
        job_type: visit.job.job_type,
        technician: placement.technician,
        value: visit.job.value,
        worked: finished.duration_since(arrived),
        booked: visit.job.booked,
        finished,
    })
}

/// The span of a company date.
pub(crate) fn day(company: &Company, date: civil::Date) -> Result<Span, Error> {
    Span::day(date, &company.zone_of_time()).map_err(|_| Error::field("date", "lies outside the calendar"))
}

/// The days that hold all of some placements and a window, so that every neighbour is on the board.
pub(crate) fn days_around(
    company: &Company,
    places: impl Iterator<Item = Placement>,
    also: Span,
) -> Result<Span, Error> {
    let dates = places.map(|at| company.date(at.start)).chain([company.date(also.start())]);
    let (mut first, mut last) = (civil::Date::MAX, civil::Date::MIN);
    for date in dates {
        first = first.min(date);
        last = last.max(date);
    }
    let (first, last) = (day(company, first)?, day(company, last)?);
    Ok(Span::new(first.start(), last.end()).expect("days follow each other"))
}
