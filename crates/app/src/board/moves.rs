//! Changing the board by hand, and taking changes back.

use super::load::days_around;
use super::show;
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::inbox::busy;
use crate::names;
use crate::view::{BoardView, MoveInput, MovesPreview, MovesRequest, MovesResult, RefusalView};
use domain::board::{Applied, How};
use domain::moves::Step;
use domain::{
    Actor, AppointmentId, ArrivalWindow, Authority, Board, Company, CompanyId, Entry, EntryKind, EventId,
    Gain, Move, Permission, Placement, Refusal, Span, Subject, TechnicianId, Timestamp, civil,
};
use std::sync::Arc;
use store::{Changeset, OnlyIf};

/// How many moves one request may have. Ours: more than a person makes at once.
const MOST_MOVES: usize = 200;

/// Longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// How far from now the board can be changed. Ours: nobody books further ahead, and every day between two moves is
/// read.
const FARTHEST: domain::SignedDuration = domain::SignedDuration::from_hours(400 * 24);

/// Who changes the board, how, and what the journal says of it.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) by: Actor,
    pub(crate) mode: Option<Authority>,
    pub(crate) overriding: Option<String>,
    pub(crate) kind: EntryKind,
    pub(crate) words: String,
    pub(crate) about: Vec<Subject>,
    /// The position of the entry that this takes back.
    pub(crate) undoes: Option<i64>,
}

/// What was applied, not yet written.
pub(crate) struct Outcome {
    pub(crate) applied: Applied,
    pub(crate) gain: Gain,
    pub(crate) views: Vec<crate::view::VisitView>,
}

impl App {
    /// The board of a company date; today without one.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`.
    pub async fn board(&self, who: &Who, date: Option<civil::Date>) -> Result<BoardView, Error> {
        who.require(Permission::SeeBoard)?;
        let company = self.company_of(who.company).await?.value;
        let (board, day) = self.day_board(&company, date).await?;
        let left_open = if day.contains(board.now) { self.left_open(&board, day).await? } else { Vec::new() };
        self.ask(board, None, move |board, drives, _| show::board(board, day, &left_open, drives)).await
    }

    /// Makes changes by hand, all or none.
    ///
    /// # Errors
    /// `forbidden`; `refused` with the named refusals; `conflict` when others were quicker again and again.
    pub async fn make_moves(&self, who: &Who, request: MovesRequest) -> Result<MovesResult, Error> {
        who.require(Permission::EditBoard)?;
        let overriding = request
            .override_reason
            .clone()
            .map(|reason| reason.trim().to_owned())
            .filter(|reason| !reason.is_empty());
        for _ in 0..TRIES {
            let (board, moves) = self.parsed(who.company, &request.moves).await?;
            let change = Change {
                by: who.actor(),
                mode: None,
                overriding: overriding.clone(),
                kind: kind_of(&moves),
                words: words_of(&board, &moves, overriding.as_deref()),
                about: Vec::new(),
                undoes: None,
            };
            if let Some(result) =
                self.change_board(board, moves, &change, Changeset::new(who.company)).await?
            {
                return Ok(result.0);
            }
        }
        Err(busy())
    }

    /// What changes would do, without making them.
    ///
    /// # Errors
    /// `forbidden`, a field error. Refusals are part of the answer.
    pub async fn preview_moves(&self, who: &Who, request: MovesRequest) -> Result<MovesPreview, Error> {
        who.require(Permission::EditBoard)?;
        let (board, moves) = self.parsed(who.company, &request.moves).await?;
        let how = How { by: who.actor(), overriding: None };
        match self.try_on(board, moves, how).await? {
            Ok(outcome) => Ok(MovesPreview {
                refusals: Vec::new(),
                drive_minutes: show::minutes(domain::SignedDuration::from_secs(outcome.gain.drive_seconds)),
                value_cents: outcome.gain.value.0,
                jobs: outcome.gain.jobs,
            }),
            Err(refusals) => Ok(MovesPreview {
                refusals: refusals.iter().map(RefusalView::from).collect(),
                drive_minutes: 0,
                value_cents: 0,
                jobs: 0,
            }),
        }
    }

    /// Locks a visit, or unlocks it without a kind.
    ///
    /// # Errors
    /// As [`App::make_moves`].
    pub async fn lock(&self, who: &Who, id: AppointmentId, kind: Option<&str>) -> Result<MovesResult, Error> {
        let appointment_id = id.to_string();
        let change = match kind {
            Some(kind) => MoveInput::Lock { appointment_id, kind: kind.to_owned() },
            None => MoveInput::Unlock { appointment_id },
        };
        self.make_moves(who, MovesRequest { moves: vec![change], override_reason: None }).await
    }

    /// Applies moves to a board and commits them with `changes`; none when others were quicker.
    pub(crate) async fn change_board(
        &self,
        board: Arc<Board>,
        moves: Vec<Move>,
        change: &Change,
        changes: Changeset,
    ) -> Result<Option<(MovesResult, Gain)>, Error> {
        let how = How { by: change.by.clone(), overriding: change.overriding.clone() };
        let (position, now) = (board.position, board.now);
        let subjects = subjects_of(&board, &moves);
        let outcome = self.try_on(board, moves, how).await?.map_err(|refusals| Error::refused(&refusals))?;
        let mut entry = Entry::new(now, change.by.clone(), change.kind, change.words.clone());
        (entry.mode, entry.undoes) = (change.mode, change.undoes);
        entry.undo.clone_from(&outcome.applied.undo);
        entry = subjects.into_iter().chain(change.about.iter().copied()).fold(entry, Entry::about);
        let undoable = !entry.undo.is_empty();
        let mut changes = write(changes, &outcome.applied, position);
        changes.entries.insert(0, entry);
        let Ok(done) = self.try_commit(changes).await? else { return Ok(None) };
        let overridden = outcome.applied.overridden.iter().map(RefusalView::from).collect();
        // The first entry of a board change is the change itself.
        let visits = outcome.views;
        let result = MovesResult {
            position: done.first,
            undoable,
            overridden,
            visits,
            lead_id: None,
            became: Vec::new(),
        };
        Ok(Some((result, outcome.gain)))
    }

    /// Applies moves to a copy of the board.
    pub(crate) async fn try_on(
        &self,
        board: Arc<Board>,
        moves: Vec<Move>,
        how: How,
    ) -> Result<Result<Outcome, Vec<Refusal>>, Error> {
        self.ask(board, None, move |board, drives, values| {
            let applied = board.apply(&moves, &how, drives)?;
            let gain = planner::gain(board, &applied.board, drives, values);
            let changed = |visit: &&domain::Visit| {
                applied.appointments.iter().any(|one| one.id == visit.appointment.id)
            };
            let views = applied
                .board
                .visits
                .iter()
                .filter(changed)
                .map(|visit| show::visit(&applied.board, visit, drives))
                .collect();
            Ok(Outcome { applied, gain, views })
        })
        .await
    }

    /// The moves of a request, on the board they are about.
    async fn parsed(
        &self,
        company: CompanyId,
        inputs: &[MoveInput],
    ) -> Result<(Arc<Board>, Vec<Move>), Error> {
        if inputs.is_empty() || inputs.len() > MOST_MOVES {
            return Err(Error::field("moves", format!("give from 1 to {MOST_MOVES} moves")));
        }
        let company = self.company_of(company).await?.value;
        let mut places = Vec::new();
        let mut windows = Vec::new();
        for input in inputs {
            if let MoveInput::Assign { technician_id, start, .. } = input {
                places.push(Placement { technician: technician(technician_id)?, start: *start });
            }
            if let MoveInput::ShiftEvent { start, .. } = input {
                places.push(Placement { technician: TechnicianId(1), start: *start });
            }
            if let MoveInput::Resume { window, .. } = input {
                windows.push(
                    Span::new(window.start, window.end)
                        .map_err(|_| Error::field("window", "must end after its start"))?,
                );
            }
            if let Some(id) = appointment_of(input)? {
                let visit = self
                    .store
                    .appointment(company.id, id)
                    .await?
                    .ok_or_else(|| Error::not_found("visit", id))?
                    .value;
                places.extend(visit.state.busy());
                windows.push(visit.window.0);
            }
            if let MoveInput::ShiftEvent { event_id, .. } = input {
                let id: EventId = event_id.parse().map_err(|_| Error::field("event_id", "is not an id"))?;
                let event = self
                    .store
                    .event(company.id, id)
                    .await?
                    .ok_or_else(|| Error::not_found("event", id))?
                    .value;
                windows.push(event.span);
            }
        }
        let mut touched = places.iter().map(|at| at.start).chain(windows.iter().map(Span::start));
        if touched.any(|at| at.duration_since(self.now()).abs() > FARTHEST) {
            return Err(Error::field("moves", "one of them lies more than 400 days from now"));
        }
        let first = windows.first().copied().unwrap_or_else(|| {
            Span::lasting(self.now(), domain::SignedDuration::from_mins(1)).expect("a minute is not empty")
        });
        let others =
            windows.iter().map(|window| Placement { technician: TechnicianId(1), start: window.start() });
        let span = days_around(&company, places.into_iter().chain(others), first)?;
        let board = self.load_board(company.id, span).await?;
        let now = board.now;
        let moves = inputs.iter().map(|input| to_move(&board, input, now)).collect::<Result<_, _>>()?;
        Ok((board, moves))
    }

    /// The board of the days that moves are about.
    pub(crate) async fn board_of_moves(
        &self,
        company: &Company,
        moves: &[Move],
    ) -> Result<Arc<Board>, Error> {
        let mut places = Vec::new();
        for change in moves {
            match change {
                Move::Assign { to, from, .. } => places.extend([Some(*to), *from].into_iter().flatten()),
                Move::Unassign { from, .. } => places.push(*from),
                Move::Replan { to, .. } => places.extend(*to),
                Move::Reschedule { window, to, .. } => {
                    places.extend(*to);
                    places.push(Placement { technician: TechnicianId(1), start: window.start() });
                }
                Move::ShiftEvent { to, from, .. } => {
                    places.extend(
                        [to.start(), from.start()]
                            .map(|start| Placement { technician: TechnicianId(1), start }),
                    );
                }
                _ => {}
            }
            if let Some(id) = change.appointment()
                && let Some(visit) = self.store.appointment(company.id, id).await?
            {
                places.extend(visit.value.state.busy());
                places.push(Placement { technician: TechnicianId(1), start: visit.value.window.start() });
            }
        }
        let today = super::load::day(company, company.date(self.now()))?;
        let also =
            places.first().and_then(|at| Span::lasting(at.start, domain::SignedDuration::from_mins(1)).ok());
        let span = days_around(company, places.into_iter(), also.unwrap_or(today))?;
        self.load_board(company.id, span).await
    }
}

/// Adds what was applied to a changeset: nothing of it may have been written since the board was read, nor any
/// neighbour of what now stands somewhere else.
pub(crate) fn write(mut changes: Changeset, applied: &Applied, position: i64) -> Changeset {
    let visits = applied.appointments.iter().filter_map(|visit| visit.state.busy()).map(|at| at.technician);
    let events = applied.events.iter().map(|event| event.technician);
    let held = applied.reservations.iter().map(|held| held.placement.technician);
    changes = changes.only_if(beside(visits.chain(events).chain(held), applied.board.span, position));
    for appointment in &applied.appointments {
        changes = changes.change(appointment.clone(), position);
    }
    for event in &applied.events {
        changes = changes.change(event.clone(), position);
    }
    for reservation in &applied.reservations {
        changes = changes.change(reservation.clone(), position);
    }
    changes
}

/// The condition that the days of some technicians are still those of a board: drives were judged by them.
pub(crate) fn beside(technicians: impl Iterator<Item = TechnicianId>, within: Span, position: i64) -> OnlyIf {
    let mut technicians: Vec<TechnicianId> = technicians.collect();
    technicians.sort();
    technicians.dedup();
    OnlyIf::DaysAsOf { technicians, within, position }
}

fn to_move(board: &Board, input: &MoveInput, now: Timestamp) -> Result<Move, Error> {
    let appointment = appointment_of(input)?;
    let placed = |id| board.visit(id).and_then(|visit| visit.appointment.state.placement());
    let id = appointment.unwrap_or(AppointmentId(0));
    Ok(match input {
        MoveInput::Assign { technician_id, start, .. } => Move::Assign {
            appointment: id,
            to: Placement { technician: technician(technician_id)?, start: *start },
            from: placed(id),
        },
        MoveInput::Unassign { reason, .. } => Move::Unassign {
            appointment: id,
            from: placed(id).ok_or_else(|| {
                Error::new(Kind::Refused, "not_on_schedule", "the visit is not on the schedule")
            })?,
            reason: said(reason)?,
        },
        MoveInput::Lock { kind, .. } => Move::Lock {
            appointment: id,
            kind: names::lock_of(kind)
                .ok_or_else(|| Error::field("kind", "use technician, start or technician_and_start"))?,
        },
        MoveInput::Unlock { .. } => Move::Unlock { appointment: id },
        MoveInput::Advance { step, .. } => Move::Advance { appointment: id, step: step_of(step, now)? },
        MoveInput::Hold { reason, .. } => {
            Move::Hold { appointment: id, reason: names::hold_of(&said(reason)?) }
        }
        MoveInput::Resume { window, .. } => Move::Resume {
            appointment: id,
            window: ArrivalWindow::new(window.start, window.end)
                .map_err(|_| Error::field("window", "must end after its start"))?,
        },
        MoveInput::Cancel { reason, .. } => Move::Cancel { appointment: id, reason: said(reason)? },
        MoveInput::Reopen { .. } => Move::Reopen { appointment: id },
        MoveInput::ShiftEvent { event_id, start } => {
            let event: EventId = event_id.parse().map_err(|_| Error::field("event_id", "is not an id"))?;
            let from = board.event(event).ok_or_else(|| Error::not_found("event", event))?.span;
            let to = Span::lasting(*start, from.length())
                .map_err(|_| Error::field("start", "lies outside the calendar"))?;
            Move::ShiftEvent { event, to, from }
        }
    })
}

/// A reason that says something.
fn said(reason: &str) -> Result<String, Error> {
    match reason.trim() {
        "" => Err(Error::field("reason", "say in a few words why")),
        long if long.chars().count() > LONGEST_REASON => {
            Err(Error::field("reason", format!("is longer than {LONGEST_REASON} characters")))
        }
        reason => Ok(reason.to_owned()),
    }
}

fn step_of(name: &str, at: Timestamp) -> Result<Step, Error> {
    Ok(match name {
        "dispatch" => Step::Dispatch { at },
        "cancel_dispatch" => Step::CancelDispatch,
        "arrive" => Step::Arrive { at },
        "pause" => Step::Pause { at },
        "continue" => Step::Continue,
        "finish" => Step::Finish { at },
        _ => {
            return Err(Error::field(
                "step",
                "use dispatch, cancel_dispatch, arrive, pause, continue or finish",
            ));
        }
    })
}

fn technician(id: &str) -> Result<TechnicianId, Error> {
    id.parse().map_err(|_| Error::field("technician_id", "is not an id"))
}

fn appointment_of(input: &MoveInput) -> Result<Option<AppointmentId>, Error> {
    let id = match input {
        MoveInput::Assign { appointment_id, .. }
        | MoveInput::Unassign { appointment_id, .. }
        | MoveInput::Lock { appointment_id, .. }
        | MoveInput::Unlock { appointment_id }
        | MoveInput::Advance { appointment_id, .. }
        | MoveInput::Hold { appointment_id, .. }
        | MoveInput::Resume { appointment_id, .. }
        | MoveInput::Reopen { appointment_id }
        | MoveInput::Cancel { appointment_id, .. } => appointment_id,
        MoveInput::ShiftEvent { .. } => return Ok(None),
    };
    id.parse().map(Some).map_err(|_| Error::field("appointment_id", "is not an id"))
}

fn kind_of(moves: &[Move]) -> EntryKind {
    match moves.first() {
        Some(Move::Lock { .. } | Move::Unlock { .. }) => EntryKind::VisitLocked,
        Some(Move::Advance { .. }) => EntryKind::VisitAdvanced,
        Some(Move::Hold { .. } | Move::Resume { .. }) => EntryKind::VisitHeld,
        Some(Move::Cancel { .. }) => EntryKind::VisitCanceled,
        Some(Move::Reopen { .. }) => EntryKind::VisitReopened,
        Some(Move::Reschedule { .. }) => EntryKind::VisitRescheduled,
        _ => EntryKind::VisitsMoved,
    }
}

/// The visits, jobs and events that moves are about, for their timelines.
fn subjects_of(board: &Board, moves: &[Move]) -> Vec<Subject> {
    moves
        .iter()
        .flat_map(|change| match change {
            Move::ShiftEvent { event, .. } => vec![Subject::Event(*event)],
            other => other.appointment().map_or_else(Vec::new, |id| {
                let job = board.visit(id).map(|visit| Subject::Job(visit.job.id));
                [Some(Subject::Appointment(id)), job].into_iter().flatten().collect()
            }),
        })
        .collect()
}

/// Moves in a sentence: `J131 → Cam Ito 13:10; J140 locked`.
pub(crate) fn words_of(board: &Board, moves: &[Move], overriding: Option<&str>) -> String {
    let zone = board.company.zone_of_time();
    let name =
        |id| board.visit(id).map_or_else(|| "a visit".to_owned(), |visit| format!("J{}", visit.job.number));
    let who = |id| board.technician(id).map_or("nobody", |one| one.name.as_str());
    let clock = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%-H:%M").to_string();
    let words: Vec<String> = moves
        .iter()
        .map(|change| match change {
            Move::Assign { appointment, to, .. } => {
                format!("{} → {} {}", name(*appointment), who(to.technician), clock(to.start))
            }
            Move::Unassign { appointment, reason, .. } => format!("{} → tray ({reason})", name(*appointment)),
            Move::ShiftEvent { event, to, .. } => {
                let title = board.event(*event).map_or("event", |event| event.title.as_str());
                format!("{title} → {}", clock(to.start()))
            }
            Move::Lock { appointment, .. } => format!("{} locked", name(*appointment)),
            Move::Unlock { appointment } => format!("{} unlocked", name(*appointment)),
            Move::Advance { appointment, step } => format!("{} {}", name(*appointment), step_words(*step)),
            Move::Hold { appointment, reason } => {
                format!("{} on hold: {}", name(*appointment), names::hold(reason))
            }
            Move::Resume { appointment, window } => {
                format!("{} off hold, {}", name(*appointment), window.label(&zone))
            }
            Move::Cancel { appointment, reason } => format!("{} cancelled: {reason}", name(*appointment)),
            Move::Reopen { appointment } => format!("{} reopened", name(*appointment)),
            Move::Reschedule { appointment, window, .. } => {
                format!("{} promised for {}", name(*appointment), window.label(&zone))
            }
            Move::Replan { appointment, to: Some(to) } => {
                format!("{} planned with {} {}", name(*appointment), who(to.technician), clock(to.start))
            }
            Move::Replan { appointment, to: None } => format!("{} without a plan", name(*appointment)),
        })
        .collect();
    match overriding {
        Some(reason) => format!("{} (overriding: {reason})", words.join("; ")),
        None => words.join("; "),
    }
}

fn step_words(step: Step) -> &'static str {
    match step {
        Step::Dispatch { .. } => "dispatched",
        Step::CancelDispatch => "called back",
        Step::Arrive { .. } => "arrived",
        Step::Pause { .. } => "paused",
        Step::Continue => "goes on",
        Step::Finish { .. } => "finished",
    }
}
