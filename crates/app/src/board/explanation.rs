//! Why this technician, why not there, and what it would take.

use super::proposal::show_move;
use crate::App;
use crate::access::Who;
use crate::error::Error;
use crate::view::{
    BlockView, ExplainedTechnician, ExplanationView, LedgerLineView, MeasureView, PlaceView,
    PlannerVerdictView, TakeView, WouldTakeView,
};
use domain::board::StopKind;
use domain::{
    AppointmentId, Board, Company, LedgerLine, Permission, SignedDuration, TechnicianId, Term, Timestamp,
};
use planner::{Block, Change, Explained, Measure, Outcome, PlaceVerdict, Problem, Take};

impl App {
    /// One verdict for every technician and every place between two stops, with the numbers behind it.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn explanation(&self, who: &Who, id: AppointmentId) -> Result<ExplanationView, Error> {
        who.require(Permission::SeeBoard)?;
        let board = self.board_of_visit(who.company, id).await?;
        let ask = move |board: &Board, drives: &dyn domain::DriveTimes, values: &super::Forecasts<'_>| {
            let explained = planner::explain(&Problem::new(board, drives, values), id);
            explained.into_iter().map(|one| show_explained(board, one)).collect()
        };
        Ok(ExplanationView { technicians: self.ask(board, None, ask).await? })
    }

    /// The smallest changes that would give a visit to a technician.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn would_take(
        &self,
        who: &Who,
        id: AppointmentId,
        technician: &str,
    ) -> Result<WouldTakeView, Error> {
        who.require(Permission::SeeBoard)?;
        let technician: TechnicianId =
            technician.parse().map_err(|_| Error::field("technician_id", "is not an id"))?;
        let board = self.board_of_visit(who.company, id).await?;
        if board.technician(technician).is_none() {
            return Err(Error::not_found("technician", technician));
        }
        let ask = move |board: &Board, drives: &dyn domain::DriveTimes, values: &super::Forecasts<'_>| {
            let takes = planner::would_take(&Problem::new(board, drives, values), id, technician);
            takes.into_iter().map(|take| show_take(board, take)).collect()
        };
        Ok(WouldTakeView {
            technician_id: technician.to_string(),
            changes: self.ask(board, None, ask).await?,
        })
    }
}

fn show_explained(board: &Board, explained: Explained) -> ExplainedTechnician {
    let Explained { verdict, places } = explained;
    ExplainedTechnician {
        technician_id: verdict.technician.to_string(),
        name: board.technician(verdict.technician).map_or_else(String::new, |one| one.name.clone()),
        has_it: verdict.has_it,
        verdict: show_verdict(verdict.outcome),
        places: places.into_iter().map(|place| show_place(board, place)).collect(),
    }
}

fn show_place(board: &Board, place: PlaceVerdict) -> PlaceView {
    let stop = |kind: Option<StopKind>| kind.map(|kind| show_stop(board, kind));
    PlaceView {
        after: stop(place.after),
        before: stop(place.before),
        start: place.start,
        verdict: show_verdict(place.outcome),
    }
}

fn show_stop(board: &Board, kind: StopKind) -> String {
    match kind {
        StopKind::Visit(id) => {
            board.visit(id).map_or_else(String::new, |visit| format!("J{}", visit.job.number))
        }
        StopKind::Event(id) => board.event(id).map_or_else(String::new, |event| event.title.clone()),
        StopKind::Reservation(_) => "a reservation".to_owned(),
    }
}

fn show_verdict(outcome: Outcome) -> PlannerVerdictView {
    let fits = |is: &str, start: Timestamp, drive: i64, extra: i64, behind: i64| PlannerVerdictView {
        is: is.to_owned(),
        start: Some(start),
        drive_seconds: Some(drive),
        extra_drive_seconds: Some(extra),
        behind_cents: Some(behind),
        blocks: Vec::new(),
    };
    match outcome {
        Outcome::Chosen { at, gain } => fits("chosen", at.start, gain.drive_seconds, 0, 0),
        Outcome::Feasible { at, gain, extra_drive, behind } => {
            fits("feasible", at.start, gain.drive_seconds, extra_drive.as_secs(), behind.0)
        }
        Outcome::Blocked { blocks } => PlannerVerdictView {
            is: "blocked".to_owned(),
            start: None,
            drive_seconds: None,
            extra_drive_seconds: None,
            behind_cents: None,
            blocks: blocks.iter().map(show_block).collect(),
        },
    }
}

fn show_block(block: &Block) -> BlockView {
    BlockView {
        code: block.refusal.code().to_owned(),
        words: block.refusal.to_string(),
        actual: show_measure(block.actual),
        limit: show_measure(block.limit),
    }
}

fn show_measure(measure: Measure) -> Option<MeasureView> {
    Some(match measure {
        Measure::At(at) => MeasureView::At { at },
        Measure::Lasting(length) => MeasureView::Lasting { seconds: length.as_secs() },
        Measure::During(span) => MeasureView::During { start: span.start(), end: span.end() },
        Measure::Level(level) => MeasureView::Level { level },
        Measure::On(date) => MeasureView::On { date },
        Measure::Unmeasured => return None,
    })
}

fn show_take(board: &Board, take: Take) -> TakeView {
    let lasting = |length: SignedDuration| Some(MeasureView::Lasting { seconds: length.as_secs() });
    let (kind, from, to) = match &take.change {
        Change::Window { from, to } => {
            let during = |window: &domain::ArrivalWindow| {
                Some(MeasureView::During { start: window.start(), end: window.end() })
            };
            ("window", during(from), during(to))
        }
        Change::MaxDrive { from, to } => ("max_drive", lasting(*from), lasting(*to)),
        Change::MaxDriveHome { from, to } => ("max_drive_home", lasting(*from), lasting(*to)),
        Change::Overtime { from, to } => ("overtime", lasting(*from), lasting(*to)),
        Change::Skill { level, held, .. } => {
            ("skill", Some(MeasureView::Level { level: *held }), Some(MeasureView::Level { level: *level }))
        }
        Change::Move { .. } => ("move", None, None),
    };
    let other = match &take.change {
        Change::Move { other } => Some(show_move(board, other)),
        _ => None,
    };
    TakeView {
        kind: kind.to_owned(),
        words: words_of_change(board, &take.change),
        from,
        to,
        r#move: other,
        start: take.at.start,
        value_cents: take.gain.value.0,
    }
}

fn words_of_change(board: &Board, change: &Change) -> String {
    let company = &board.company;
    let minutes = |length: &SignedDuration| length.as_mins();
    match change {
        Change::Window { from, to } if to.end() > from.end() => {
            format!(
                "the window closes at {} instead of {}",
                clock(company, to.end()),
                clock(company, from.end())
            )
        }
        Change::Window { from, to } => {
            format!(
                "the window opens at {} instead of {}",
                clock(company, to.start()),
                clock(company, from.start())
            )
        }
        Change::MaxDrive { from, to } => {
            format!("drives between jobs may take {} min instead of {}", minutes(to), minutes(from))
        }
        Change::MaxDriveHome { from, to } => {
            format!("drives home may take {} min instead of {}", minutes(to), minutes(from))
        }
        Change::Overtime { from, to } => {
            format!("{} min of overtime may be planned instead of {}", minutes(to), minutes(from))
        }
        Change::Skill { skill, level, until, .. } => {
            let name =
                company.skill(*skill).map_or_else(|| "the skill".to_owned(), |skill| skill.name.clone());
            match until {
                Some(date) => format!("holds `{name}` at level {level}, valid on {date}"),
                None => format!("holds `{name}` at level {level}"),
            }
        }
        Change::Move { other } => super::words_of(board, std::slice::from_ref(other), None),
    }
}

fn clock(company: &Company, at: Timestamp) -> String {
    let at = at.to_zoned(company.zone_of_time());
    format!("{}:{:02}", at.hour(), at.minute())
}

/// The ledger of moves as people see it.
pub(super) fn show_ledger(ledger: &[LedgerLine]) -> Vec<LedgerLineView> {
    let term = |term: Term| match term {
        Term::Value => "value",
        Term::Driving => "driving",
        Term::Disturbance => "disturbance",
        Term::Service => "service",
    };
    let line = |line: &LedgerLine| LedgerLineView {
        term: term(line.term).to_owned(),
        money_cents: line.money.0,
        weighed_cents: line.weighed.0,
    };
    ledger.iter().map(line).collect()
}
